/**
 * The pictures of a world, one for each arm: sigma draws the same graph twice, with one camera, so that both always look
 * at the same place. What a person or a tie looks like tonight is worked out from the frames when it is drawn.
 */
import Graph from 'graphology';
import Sigma from 'sigma';
import type { Frames } from './frames.ts';
import { drawHover } from './hover.ts';
import { ShapeProgram } from './node-shapes.ts';
import type { Opened } from './protocol.ts';
import {
  castOf,
  friendsOfSelected,
  personLook,
  type Scene,
  type Touched,
  tieLook,
  touchedBy,
} from './scene.ts';

export interface PictureOptions {
  readonly containers: readonly HTMLElement[];
  readonly opened: Opened;
  readonly frames: Frames;
  readonly nameOf: (person: number) => string;
  readonly scene: Scene;
  readonly onHover: (person: number | null) => void;
  readonly onSelect: (person: number | null) => void;
  readonly onLost: () => void;
}

export interface Pictures {
  readonly place: (positions: Float32Array) => void;
  readonly draw: (scene: Scene) => void;
  /** Looks closer by a factor above 1, farther by one below. */
  readonly zoom: (factor: number) => void;
  /** Moves by parts of what is in view. */
  readonly pan: (right: number, down: number) => void;
  readonly showAll: () => void;
  /** Brings somebody into the middle, if they are not in view. */
  readonly showPerson: (person: number) => void;
  readonly end: () => void;
}

const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
const GLIDE = { duration: 220 };

export function openPictures(options: PictureOptions): Pictures {
  const { containers, opened, frames } = options;
  let scene = options.scene;
  const graph = graphOf(opened);
  const cast = castOf(opened.drawn, frames, containers[0].clientWidth);
  const friends = containers.map((_, arm) => friendsOfSelected(cast, scene, arm));
  const pictures = containers.map((container, arm) => {
    const sigma = new Sigma(graph, container, {
      nodeProgramClasses: { person: ShapeProgram },
      defaultNodeType: 'person',
      renderLabels: false,
      labelFont: scene.look.font,
      labelSize: 13,
      labelWeight: '600',
      stagePadding: 22,
      zIndex: false,
      hideEdgesOnMove: opened.drawn.from.length > 15_000,
      minCameraRatio: 0.04,
      maxCameraRatio: 2.5,
      allowInvalidContainer: true,
      defaultDrawNodeHover: (context, data) => drawHover(context, data, scene.look),
      nodeReducer: (node, data) => {
        const person = Number(node);
        const look = personLook(cast, scene, arm, person, friends[arm].has(person));
        return { ...data, ...look, label: look.highlighted ? options.nameOf(person) : null };
      },
      edgeReducer: (_, data) => ({ ...data, ...tieLook(cast, scene, arm, Number(data.tie)) }),
    });
    listen(sigma, container, options);
    leaveOneFinger(container);
    return sigma;
  });
  const camera = pictures[0].getCamera();
  for (const other of pictures.slice(1)) other.setCamera(camera);
  const go = (state: Parameters<typeof camera.setState>[0]) => {
    if (isStill()) camera.setState(state);
    else void camera.animate(state, GLIDE);
  };
  let isOver = false;
  return {
    place(positions) {
      if (!isOver) placeAll(graph, positions);
    },
    draw(next) {
      if (isOver) return;
      const before = scene;
      scene = next;
      pictures.forEach((sigma, arm) => {
        friends[arm] = friendsOfSelected(cast, next, arm);
        redraw(sigma, touchedBy(cast, before, next, arm));
      });
    },
    zoom: (factor) => go({ ratio: camera.getBoundedRatio(camera.ratio / factor) }),
    pan: (right, down) => go({ x: camera.x + right * camera.ratio, y: camera.y - down * camera.ratio }),
    showAll: () => go({ x: 0.5, y: 0.5, ratio: 1, angle: 0 }),
    showPerson(person) {
      const at = pictures[0].getNodeDisplayData(String(person));
      if (!at) return;
      const reach = 0.42 * camera.ratio;
      if (Math.abs(at.x - camera.x) > reach || Math.abs(at.y - camera.y) > reach) go({ x: at.x, y: at.y });
    },
    end() {
      isOver = true;
      for (const sigma of pictures) sigma.kill();
    },
  };
}

/** Draws what the new scene changes; all of it without working out places anew, which have not moved. */
function redraw(sigma: Sigma, { people, ties }: Touched): void {
  const graph = sigma.getGraph();
  const nodes = people === 'all' ? graph.nodes() : people.map(String);
  const edges = ties === 'all' ? graph.edges() : ties.map(edgeName);
  if (nodes.length + edges.length > 0)
    sigma.refresh({ partialGraph: { nodes, edges }, skipIndexation: true, schedule: true });
}

const edgeName = (tie: number): string => `t${tie}`;

function graphOf({ drawn }: Opened): Graph {
  const graph = new Graph({ type: 'undirected', multi: false, allowSelfLoops: false });
  for (let person = drawn.count - 1; person >= 0; person--) graph.addNode(String(person), { x: 0, y: 0 });
  for (let tie = 0; tie < drawn.from.length; tie++)
    graph.addEdgeWithKey(edgeName(tie), String(drawn.from[tie]), String(drawn.to[tie]), { tie });
  return graph;
}

function placeAll(graph: Graph, positions: Float32Array): void {
  graph.updateEachNodeAttributes(
    (node, attributes) => {
      attributes.x = positions[2 * Number(node)];
      attributes.y = positions[2 * Number(node) + 1];
      return attributes;
    },
    { attributes: ['x', 'y'] },
  );
}

/**
 * One finger scrolls the page, two move the picture: sigma would take both. A tap still arrives as the click that browsers
 * make of it.
 */
function leaveOneFinger(container: HTMLElement): void {
  for (const canvas of container.querySelectorAll('canvas')) canvas.style.touchAction = 'pan-y';
  const stopOne = (event: TouchEvent) => {
    if (event.touches.length < 2) event.stopImmediatePropagation();
  };
  container.addEventListener('touchstart', stopOne, { capture: true, passive: true });
}

function listen(sigma: Sigma, container: HTMLElement, { onHover, onSelect, onLost }: PictureOptions): void {
  sigma.on('enterNode', ({ node }) => onHover(Number(node)));
  sigma.on('leaveNode', () => onHover(null));
  sigma.on('clickNode', ({ node }) => onSelect(Number(node)));
  sigma.on('clickStage', () => onSelect(null));
  // A click on somebody is not the first half of a double click that zooms.
  sigma.on('doubleClickNode', ({ preventSigmaDefault }) => preventSigmaDefault());
  for (const canvas of container.querySelectorAll('canvas'))
    canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();
      onLost();
    });
}
