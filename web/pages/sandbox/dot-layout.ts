/**
 * Where people stand on the stage: a grid for each segment, side by side, as wide as the segment is large. Everybody
 * keeps the place, whatever happens, in every arm of the same community.
 */

export interface Block {
  readonly segment: number;
  readonly left: number;
  readonly width: number;
  readonly people: number;
}

export interface DotLayout {
  /** Distance between two neighbors. */
  readonly pitch: number;
  readonly blocks: readonly Block[];
  /** By place among the drawn: middle of the dot. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly height: number;
}

export interface Room {
  readonly width: number;
  readonly height: number;
}

/** Between two segments, and above them for their names. */
const GAP = 16;
export const HEAD = 22;
const WIDEST_PITCH = 22;
const NARROWEST_PITCH = 3;

/** Lays out people by segment. `segments`: how many there are; empty ones take no room. */
export function layOut(segment: Uint8Array, segments: number, room: Room): DotLayout {
  const sizes = new Array<number>(segments).fill(0);
  for (const each of segment) sizes[each]++;
  const shown = sizes.map((people, place) => ({ people, place })).filter(({ people }) => people > 0);
  const pitch = pitchFor(
    shown.map(({ people }) => people),
    room,
  );
  const rows = Math.max(1, Math.floor((room.height - HEAD) / pitch));
  const blocks: (Block & { columns: number })[] = [];
  let left = 0;
  for (const { people, place } of shown) {
    const columns = Math.ceil(people / rows);
    blocks.push({ segment: place, left, width: columns * pitch, people, columns });
    left += columns * pitch + GAP;
  }
  return { pitch, blocks, ...seat(segment, segments, blocks, pitch), height: HEAD + rows * pitch };
}

/** The widest pitch at which all blocks fit the room. */
function pitchFor(sizes: readonly number[], { width, height }: Room): number {
  const fits = (pitch: number): boolean => {
    const rows = Math.floor((height - HEAD) / pitch);
    if (rows < 1) return false;
    const columns = sizes.reduce((sum, people) => sum + Math.ceil(people / rows), 0);
    return columns * pitch + GAP * (sizes.length - 1) <= width;
  };
  let low = NARROWEST_PITCH;
  let high = WIDEST_PITCH;
  if (fits(high)) return high;
  for (let i = 0; i < 18; i++) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** Row by row within each block. */
function seat(
  segment: Uint8Array,
  segments: number,
  blocks: readonly (Block & { columns: number })[],
  pitch: number,
): { x: Float32Array; y: Float32Array } {
  const x = new Float32Array(segment.length);
  const y = new Float32Array(segment.length);
  const next = new Uint32Array(segments);
  const blockOf = new Map(blocks.map((block) => [block.segment, block]));
  for (let i = 0; i < segment.length; i++) {
    const block = blockOf.get(segment[i]);
    if (block === undefined) continue;
    const n = next[segment[i]]++;
    x[i] = block.left + ((n % block.columns) + 0.5) * pitch;
    y[i] = HEAD + (Math.floor(n / block.columns) + 0.5) * pitch;
  }
  return { x, y };
}

/** Who is drawn nearest to a point, within a pitch; -1 for nobody. */
export function personAt({ x, y, pitch }: DotLayout, px: number, py: number): number {
  let nearest = -1;
  let least = pitch * pitch;
  for (let i = 0; i < x.length; i++) {
    const distance = (x[i] - px) ** 2 + (y[i] - py) ** 2;
    if (distance < least) {
      least = distance;
      nearest = i;
    }
  }
  return nearest;
}
