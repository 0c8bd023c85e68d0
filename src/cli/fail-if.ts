/**
 * The language of `--fail-if`.
 *
 *   either     = both { or both }
 *   both       = claim { and claim }
 *   claim      = ( either ) | term comparator term
 *   comparator = < <= > >= == !=
 *   term       = metric [.delta] .field [of ARM] | verdict | verdict.arm | number [unit] | word
 *
 * `metric.field` is an arm's own spread, `metric.delta.field` its difference to the baseline. Without `of ARM` both speak
 * of the verdict's arm. Names with spaces stand in quotes.
 */
import { CommandFailure, Exit } from './errors.ts';

export type Comparator = '<' | '<=' | '>' | '>=' | '==' | '!=';

export interface Quantity {
  readonly kind: 'quantity';
  readonly metric: string;
  readonly delta: boolean;
  readonly field: string;
  /** As given; null: the verdict's arm. */
  readonly arm: string | null;
}

export interface Amount {
  readonly kind: 'amount';
  readonly number: number;
  /** `%`, `pts`, a currency, or nothing. */
  readonly unit: string;
}

export interface VerdictPart {
  readonly kind: 'verdict';
  readonly part: 'status' | 'arm';
}

export interface Word {
  readonly kind: 'word';
  readonly text: string;
}

export type Term = Quantity | Amount | VerdictPart | Word;

export interface Claim {
  readonly kind: 'claim';
  readonly left: Term;
  readonly comparator: Comparator;
  readonly right: Term;
  /** As the user wrote it. */
  readonly text: string;
}

export type Condition = Claim | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] };

interface Token {
  readonly kind: 'number' | 'word' | 'quoted' | 'sign' | 'end';
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const tokenPattern =
  /\s*(?:(?<number>[-+−]?(?:\d[\d,]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)|(?<word>[\p{L}_][\p{L}\p{N}_-]*)|"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<sign><=|>=|==|!=|&&|\|\||[<>=().%¥$€]))/uy;

/** Read an expression; a mistake in its form is a usage error that shows the place. */
export function parseCondition(text: string): Condition {
  return new Parser(text).parse();
}

class Parser {
  private readonly text: string;
  private readonly tokens: readonly Token[];
  private next = 0;

  constructor(text: string) {
    this.text = text;
    this.tokens = tokenize(text);
  }

  parse(): Condition {
    const condition = this.either();
    if (this.peek().kind !== 'end') throw this.unexpected('and, or, or the end');
    return condition;
  }

  private either(): Condition {
    return this.chain('or', ['or', '||'], () => this.both());
  }

  private both(): Condition {
    return this.chain('and', ['and', '&&'], () => this.claim());
  }

  private chain(kind: 'and' | 'or', joins: readonly string[], part: () => Condition): Condition {
    const parts = [part()];
    while (joins.some((join) => this.take(join))) parts.push(part());
    return parts.length === 1 ? parts[0] : { kind, parts };
  }

  private claim(): Condition {
    if (this.take('(')) {
      const inner = this.either();
      if (!this.take(')')) throw this.unexpected('a closing parenthesis');
      return inner;
    }
    const { from } = this.peek();
    const left = this.term();
    const comparator = this.comparator();
    const right = this.term();
    const { to } = this.tokens[this.next - 1];
    return { kind: 'claim', left, comparator, right, text: this.text.slice(from, to).trim() };
  }

  private comparator(): Comparator {
    const { kind, text } = this.peek();
    const sign = text === '=' ? '==' : text;
    if (kind !== 'sign' || !['<', '<=', '>', '>=', '==', '!='].includes(sign)) {
      throw this.unexpected('a comparator: < <= > >= == !=');
    }
    this.next++;
    return sign as Comparator;
  }

  private term(): Term {
    const token = this.peek();
    if (token.kind === 'number') return this.amount();
    if (token.kind !== 'word' && token.kind !== 'quoted') throw this.unexpected('a metric or a number');
    this.next++;
    const parts: string[] = [];
    while (this.take('.')) parts.push(this.name());
    if (token.kind === 'word' && token.text === 'verdict') return this.verdict(parts);
    if (parts.length === 0) return { kind: 'word', text: token.text };
    const delta = parts.length === 2 && parts[0] === 'delta';
    if (parts.length > (delta ? 2 : 1)) throw this.unexpected('METRIC.FIELD or METRIC.delta.FIELD', token);
    const arm = this.take('of') ? this.name() : null;
    return { kind: 'quantity', metric: token.text, delta, field: parts[parts.length - 1], arm };
  }

  private verdict(parts: readonly string[]): VerdictPart {
    if (parts.length === 0) return { kind: 'verdict', part: 'status' };
    if (parts.length === 1 && (parts[0] === 'status' || parts[0] === 'arm')) {
      return { kind: 'verdict', part: parts[0] };
    }
    throw this.unexpected('verdict or verdict.arm', this.tokens[this.next - 1]);
  }

  private amount(): Amount {
    const number = Number(this.peek().text.replaceAll(',', '').replace('−', '-'));
    this.next++;
    const { kind, text } = this.peek();
    const isUnit =
      (kind === 'sign' && ['%', '¥', '$', '€'].includes(text)) ||
      (kind === 'word' && !/^(and|or|of)$/.test(text));
    if (isUnit) this.next++;
    return { kind: 'amount', number, unit: isUnit ? text : '' };
  }

  private name(): string {
    const { kind, text } = this.peek();
    if (kind !== 'word' && kind !== 'quoted') throw this.unexpected('a name');
    this.next++;
    return text;
  }

  private peek(): Token {
    return this.tokens[this.next];
  }

  private take(text: string): boolean {
    const token = this.peek();
    const found = (token.kind === 'sign' || token.kind === 'word') && token.text === text;
    if (found) this.next++;
    return found;
  }

  private unexpected(wanted: string, token = this.peek()): CommandFailure {
    const found =
      token.kind === 'end' ? 'it ends' : `there is ${this.text.slice(token.from, token.to).trim()}`;
    return mistake(this.text, token.from, `${wanted} must stand here, but ${found}`);
  }
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  while (text.slice(tokenPattern.lastIndex).trim() !== '') {
    const from = tokenPattern.lastIndex;
    const groups = tokenPattern.exec(text)?.groups;
    if (groups === undefined) throw mistake(text, from, `${text.slice(from).trim()[0]} cannot stand here`);
    const to = tokenPattern.lastIndex;
    const { number, word, double, single, sign } = groups;
    const quoted = double ?? single;
    if (number !== undefined) tokens.push({ kind: 'number', text: number, from, to });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word, from, to });
    else if (quoted !== undefined) tokens.push({ kind: 'quoted', text: quoted, from, to });
    else tokens.push({ kind: 'sign', text: sign, from, to });
  }
  tokens.push({ kind: 'end', text: '', from: text.length, to: text.length });
  return tokens;
}

function mistake(text: string, at: number, what: string): CommandFailure {
  const place = at + (text.slice(at).length - text.slice(at).trimStart().length);
  const example = "an expression looks like 'netRevenue.delta.p05 < -2%'";
  return new CommandFailure(Exit.usage, `--fail-if: ${what}; ${example}\n  ${text}\n  ${' '.repeat(place)}^`);
}
