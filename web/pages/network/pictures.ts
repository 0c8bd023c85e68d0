/**
 * The pictures of a world, one for each arm: sigma draws the same graph twice, with one camera, so that both always look
 * at the same place. What a person or a tie looks like tonight is worked out from the frames when it is drawn.
 */
import Graph from 'graphology';
import Sigma from 'sigma';
import type { EdgeDisplayData } from 'sigma/types';
import {
  type Frames,
  friendsAt,
  isAwake,
  isMarked,
  type Layer,
  type Standing,
  standingAt,
} from './frames.ts';
import { drawHover } from './hover.ts';
import { type Look, shapeOf } from './look.ts';
import { INSIDE_HALO, type Shaped, ShapeProgram } from './node-shapes.ts';
import type { Opened } from './protocol.ts';

/** What is to be drawn beside the positions. */
export interface Scene {
  readonly evening: number;
  readonly layer: Layer | null;
  readonly selected: number | null;
  readonly hovered: number | null;
  readonly look: Look;
}

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
      nodeReducer: (node, data) => ({ ...data, ...personLook(options, scene, arm, Number(node)) }),
      edgeReducer: (_, data) => ({ ...data, ...tieLook(options, scene, arm, Number(data.tie)) }),
    });
    listen(sigma, container, options);
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
      for (const sigma of pictures) redraw(sigma, before, next);
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

  function redraw(sigma: Sigma, before: Scene, next: Scene): void {
    const isOnlyHover =
      before.evening === next.evening &&
      before.layer === next.layer &&
      before.selected === next.selected &&
      before.look === next.look;
    if (!isOnlyHover) return void sigma.refresh({ skipIndexation: true });
    const touched = [before.hovered, next.hovered].filter((each) => each !== null).map(String);
    if (touched.length > 0) sigma.refresh({ partialGraph: { nodes: touched }, skipIndexation: true });
  }

  function personLook({ nameOf }: PictureOptions, now: Scene, arm: number, person: number): Partial<Shaped> {
    const standing = standingAt(frames, arm, now.evening, person);
    const halo = now.layer !== null && isMarked(frames, arm, now.evening, person, now.layer);
    const isPointed = person === now.selected || person === now.hovered;
    const isFaded = !isPointed && isAside(now, arm, person, halo);
    const friends = friendsAt(frames, arm, now.evening, person);
    const size = scaleOf(frames.people) * (leastSize[standing] + 0.85 * Math.sqrt(friends));
    return {
      shape: shapeOf[standing],
      halo,
      size: halo ? size / INSIDE_HALO : size,
      color: (isFaded ? now.look.faded : now.look.standings)[standing],
      highlighted: isPointed,
      label: isPointed ? nameOf(person) : null,
    };
  }

  /** Whether somebody steps back: not marked by the layer, or no friend of the one who is looked at. */
  function isAside({ selected, layer, evening }: Scene, arm: number, person: number, halo: boolean): boolean {
    if (layer !== null && !halo) return true;
    if (selected === null || selected === person) return false;
    const tie = tieOf(selected, person);
    return tie === undefined || !isAwake(frames, arm, evening, tie);
  }

  function tieOf(a: number, b: number): number | undefined {
    const edge = graph.edge(String(a), String(b));
    return edge === undefined ? undefined : Number(graph.getEdgeAttribute(edge, 'tie'));
  }

  function tieLook(
    { opened: { drawn } }: PictureOptions,
    { evening, selected, look }: Scene,
    arm: number,
    tie: number,
  ): Partial<EdgeDisplayData> {
    if (!isAwake(frames, arm, evening, tie)) return { hidden: true };
    const isTheirs = selected !== null && (drawn.from[tie] === selected || drawn.to[tie] === selected);
    return { hidden: false, color: isTheirs ? look.strong : look.tie, size: isTheirs ? 1.6 : 0.6 };
  }
}

/** Radius of somebody without friends: shapes that are no discs need room to be told apart. [px] */
const leastSize: Readonly<Record<Standing, number>> = {
  active: 2.4,
  quiet: 3,
  dormant: 4.2,
  left: 3.6,
  outside: 1.5,
};

/** Dots shrink where there are many. */
const scaleOf = (people: number): number => Math.min(1.5, Math.max(0.62, Math.sqrt(1300 / people)));

function graphOf({ drawn }: Opened): Graph {
  const graph = new Graph({ type: 'undirected', multi: false, allowSelfLoops: false });
  for (let person = drawn.count - 1; person >= 0; person--) graph.addNode(String(person), { x: 0, y: 0 });
  for (let tie = 0; tie < drawn.from.length; tie++)
    graph.addEdgeWithKey(`t${tie}`, String(drawn.from[tie]), String(drawn.to[tie]), { tie });
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
