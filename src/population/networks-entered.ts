/** Those who have entered a growing network: whom to choose among them, and who is whose friend. */
import { lengthened } from './ties.ts';

const PER_DRAW = 1 / 4294967296;

/** A choice among people by attractiveness: ties received, plus the same `entry` for each. */
export class Choice {
  private readonly entry: number;
  private people: Uint32Array;
  private entered = 0;
  /** One mention for each tie received. */
  private mentions: Uint32Array;
  private received = 0;

  /** `count` and `perPerson` (ties received) are expectations: there is always more room. */
  constructor(entry: number, count: number, perPerson: number) {
    this.entry = entry;
    this.people = new Uint32Array(Math.ceil(count) + 16);
    this.mentions = new Uint32Array(Math.ceil(count * perPerson) + 16);
  }

  /** All attractiveness; 0 when there is nobody. */
  get weight(): number {
    return this.received + this.entry * this.entered;
  }

  enter(q: number): void {
    if (this.entered === this.people.length) this.people = lengthened(this.people);
    this.people[this.entered++] = q;
  }

  receive(q: number): void {
    if (this.received === this.mentions.length) this.mentions = lengthened(this.mentions);
    this.mentions[this.received++] = q;
  }

  pick(draw: number): number {
    const at = draw * PER_DRAW * this.weight;
    if (at < this.received) return this.mentions[Math.floor(at)];
    return this.people[Math.min(this.entered - 1, Math.floor((at - this.received) / this.entry))];
  }
}

/** Rows of friends that grow. A full row moves to a place twice as long at the end of the pool. */
export class Rows {
  /** Friends of p are pool[start[p] .. start[p] + length[p]). */
  readonly start: Uint32Array;
  readonly length: Uint32Array;
  pool: Uint32Array;
  private readonly room: Uint32Array;
  private readonly firstRoom: number;
  private end = 0;

  constructor(count: number, perPerson: number) {
    this.start = new Uint32Array(count);
    this.length = new Uint32Array(count);
    this.room = new Uint32Array(count);
    this.firstRoom = Math.ceil(1.5 * perPerson) + 1;
    this.pool = new Uint32Array(Math.ceil(count * perPerson * 3) + 64);
  }

  tie(p: number, q: number): void {
    this.add(p, q);
    this.add(q, p);
  }

  private add(p: number, q: number): void {
    if (this.length[p] === this.room[p]) this.move(p);
    this.pool[this.start[p] + this.length[p]++] = q;
  }

  private move(p: number): void {
    const room = this.room[p] === 0 ? this.firstRoom : 2 * this.room[p];
    while (this.end + room > this.pool.length) this.pool = lengthened(this.pool);
    this.pool.copyWithin(this.end, this.start[p], this.start[p] + this.length[p]);
    this.start[p] = this.end;
    this.room[p] = room;
    this.end += room;
  }
}
