/**
 * Ties: who could know whom, as compressed rows.
 *
 * The friends of person p are friends[offsets[p] .. offsets[p + 1]), in ascending order, without doubles and without
 * p. A tie between p and q stands in both rows: it has two ends, of 4 bytes each.
 */
export interface Ties {
  readonly people: number;
  /** Where a person's row begins; one more entry than there are people. */
  readonly offsets: Uint32Array;
  /** The person at the other end of each tie end. */
  readonly friends: Uint32Array;
}

/**
 * The ties of the first `pairs` pairs (from[t], to[t]), whatever their order and direction; self ties and doubles are
 * dropped.
 *
 * Three passes of counting sort, so time is linear. The first writes every pair into the row of its greater person. The
 * second reads these rows in order of person and writes each person into the rows of its smaller friends, which so get
 * their greater friends in order. The third reads those and gives everyone their smaller friends in order.
 */
export function tiesFromPairs(people: number, from: Uint32Array, to: Uint32Array, pairs = from.length): Ties {
  const { smallerStarts, starts } = rowStarts(people, from, to, pairs);
  const smaller = new Uint32Array(smallerStarts[people]);
  const next = smallerStarts.slice(0, people);
  for (let t = 0; t < pairs; t++) {
    const p = from[t];
    const q = to[t];
    if (p < q) smaller[next[q]++] = p;
    else if (q < p) smaller[next[p]++] = q;
  }

  const friends = new Uint32Array(starts[people]);
  const greaterStarts = new Uint32Array(people);
  for (let p = 0; p < people; p++) greaterStarts[p] = starts[p] + smallerStarts[p + 1] - smallerStarts[p];
  next.set(greaterStarts);
  for (let p = 0; p < people; p++) {
    for (let t = smallerStarts[p]; t < smallerStarts[p + 1]; t++) friends[next[smaller[t]]++] = p;
  }
  next.set(starts.subarray(0, people));
  for (let p = 0; p < people; p++) {
    for (let t = greaterStarts[p]; t < starts[p + 1]; t++) friends[next[friends[t]]++] = p;
  }
  return withoutDoubles(people, starts, friends);
}

/** Pairs of people on their way to becoming ties; grows as it is filled. */
export class Pairs {
  count = 0;
  private from: Uint32Array;
  private to: Uint32Array;

  constructor(capacity: number) {
    this.from = new Uint32Array(Math.max(16, capacity));
    this.to = new Uint32Array(this.from.length);
  }

  add(p: number, q: number): void {
    if (this.count === this.from.length) {
      this.from = lengthened(this.from);
      this.to = lengthened(this.to);
    }
    this.from[this.count] = p;
    this.to[this.count++] = q;
  }

  /** Calls everyone p by the name names[p]. */
  rename(names: Uint32Array): void {
    const { from, to, count } = this;
    for (let t = 0; t < count; t++) {
      from[t] = names[from[t]];
      to[t] = names[to[t]];
    }
  }

  toTies(people: number): Ties {
    return tiesFromPairs(people, this.from, this.to, this.count);
  }
}

/** A copy with half as much room again. */
export function lengthened(column: Uint32Array): Uint32Array {
  const longer = new Uint32Array(column.length + (column.length >>> 1));
  longer.set(column);
  return longer;
}

/** The place of q in the row of p, as an index into `friends`; -1 when they have no tie. */
export function findTie({ offsets, friends }: Ties, p: number, q: number): number {
  let low = offsets[p];
  let high = offsets[p + 1] - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const friend = friends[middle];
    if (friend === q) return middle;
    if (friend < q) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Where rows begin, of smaller friends and of all; without self ties, and doubles still stand. */
function rowStarts(people: number, from: Uint32Array, to: Uint32Array, pairs: number) {
  const smallerStarts = new Uint32Array(people + 1);
  const starts = new Uint32Array(people + 1);
  for (let t = 0; t < pairs; t++) {
    const p = from[t];
    const q = to[t];
    if (p >= people || q >= people) {
      throw new RangeError(`pair ${t} ties ${p} and ${q}, but there are ${people} people, numbered from 0`);
    }
    if (p === q) continue;
    smallerStarts[Math.max(p, q) + 1]++;
    starts[Math.min(p, q) + 1]++;
  }
  for (let p = 0; p < people; p++) {
    starts[p + 1] += starts[p] + smallerStarts[p + 1];
    smallerStarts[p + 1] += smallerStarts[p];
  }
  return { smallerStarts, starts };
}

/** Moves the sorted rows together, each friend once. */
function withoutDoubles(people: number, starts: Uint32Array, sorted: Uint32Array): Ties {
  const offsets = new Uint32Array(people + 1);
  let end = 0;
  for (let p = 0; p < people; p++) {
    const rowStart = end;
    for (let t = starts[p]; t < starts[p + 1]; t++) {
      const friend = sorted[t];
      if (end === rowStart || sorted[end - 1] !== friend) sorted[end++] = friend;
    }
    offsets[p + 1] = end;
  }
  return { people, offsets, friends: end === sorted.length ? sorted : sorted.slice(0, end) };
}
