/** A network as it is read: names become numbers, pairs become ties, and what is left out is counted. */
import type { NetworkFile, NetworkLimits } from './edge-list.ts';
import { Pairs } from './ties.ts';

export class NetworkDraft {
  private readonly limits: NetworkLimits;
  /** A person's number by name. */
  private readonly numbers = new Map<string, number>();
  private readonly names: string[] = [];
  private readonly pairs = new Pairs(1024);
  private selfTies = 0;

  constructor(limits: NetworkLimits) {
    this.limits = limits;
  }

  get people(): number {
    return this.names.length;
  }

  has(name: string): boolean {
    return this.numbers.has(name);
  }

  /** The person of that name, who is new when nobody has had it so far. */
  person(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.names.length);
    return this.names.push(name) - 1;
  }

  tie(name: string, other: string): void {
    const p = this.person(name);
    const q = this.person(other);
    if (p === q) this.selfTies++;
    else this.pairs.add(p, q);
  }

  /** What the file holds too many of, in words, when so many ties have been found; null when it does not. */
  excess(ties = this.pairs.count + this.selfTies): string | null {
    const { limits } = this;
    if (ties > limits.ties) return `a file may hold ${grouped(limits.ties)} ties, and this has more`;
    if (this.people > limits.people)
      return `a file may hold ${grouped(limits.people)} people, and this has more`;
    return null;
  }

  finish(): NetworkFile {
    const ties = this.pairs.toTies(this.people);
    const doubles = this.pairs.count - ties.friends.length / 2;
    const notes: string[] = [];
    if (this.selfTies > 0)
      notes.push(`${counted(this.selfTies, 'tie')} of a person with themselves left out`);
    if (doubles > 0)
      notes.push(`${counted(doubles, 'tie')} left out that repeat${doubles === 1 ? 's' : ''} another`);
    return { ties, names: this.names, notes };
  }
}

function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** 20000000 as 20,000,000, in every locale. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
