/** A value of an example, with the line it stands on. */
export type ExampleValue =
  | {
      readonly kind: 'object';
      readonly members: readonly ExampleMember[];
      readonly line: number;
      readonly elided?: true;
    }
  | {
      readonly kind: 'list';
      readonly items: readonly ExampleValue[];
      readonly line: number;
      readonly elided?: true;
    }
  | {
      readonly kind: 'string' | 'integer' | 'number' | 'boolean' | 'null' | 'other';
      readonly text: string;
      readonly line: number;
    };

export interface ExampleMember {
  readonly name: string;
  readonly value: ExampleValue;
  readonly line: number;
  /** From 1, in its line. */
  readonly column: number;
  /** What a comment behind it says. */
  readonly comment?: string;
}

/** The same value, so many lines further down. */
export function withLinesMoved(value: ExampleValue, by: number): ExampleValue {
  if (by === 0) return value;
  const line = value.line + by;
  if (value.kind === 'list')
    return { ...value, line, items: value.items.map((one) => withLinesMoved(one, by)) };
  if (value.kind !== 'object') return { ...value, line };
  return {
    ...value,
    line,
    members: value.members.map((member) => ({
      ...member,
      line: member.line + by,
      value: withLinesMoved(member.value, by),
    })),
  };
}

const TOKEN =
  /\s+|(\/\/[^\n]*|\/\*[\s\S]{0,2000}?\*\/|#[^\n]*)|("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|([{}[\],:])|(\.\.\.+|…)|([^\s{}[\],:"'][^\s{}[\],:"']*)|(["'])/g;

interface Token {
  readonly text: string;
  readonly kind: 'comment' | 'string' | 'mark' | 'dots' | 'word';
  readonly at: number;
}

const MOST_TOKENS = 100_000;
const MOST_DEPTH = 40;

/**
 * Reads JSON as people print it: with comments, missing and trailing commas, elisions, bare words. Undefined where the
 * text begins with no object or list.
 */
export function parseExample(text: string): ExampleValue | undefined {
  const start = text.search(/\S/);
  const from = /^(?:(?:"[\w-]+"|[\w-]+)\s*:\s*[[{]|"[\w-]+"\s*:\s*(?:-?\d|"|true|false|null))/.test(
    text.slice(start, start + 80),
  )
    ? `{${text}}`
    : text;
  if (start < 0 || !/^\s*(?:[[{]|\/[/*]|#)/.test(from)) return undefined;
  const tokens = tokensOf(from);
  if (!/^[[{]$/.test(tokens.find(({ kind }) => kind !== 'comment')?.text ?? '')) return undefined;
  return new ExampleParser(tokens, lineStarts(from)).value(0);
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [whole, comment, string, mark, dots, word, quote] = match;
    const kind =
      comment !== undefined
        ? 'comment'
        : string !== undefined
          ? 'string'
          : mark !== undefined
            ? 'mark'
            : dots !== undefined
              ? 'dots'
              : word !== undefined || quote !== undefined
                ? 'word'
                : undefined;
    if (kind) tokens.push({ text: whole, kind, at: match.index });
    if (tokens.length > MOST_TOKENS) break;
  }
  return tokens;
}

const lineStarts = (text: string): readonly number[] => [
  0,
  ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1),
];

class ExampleParser {
  private at = 0;
  private readonly tokens: readonly Token[];
  private readonly starts: readonly number[];

  constructor(tokens: readonly Token[], starts: readonly number[]) {
    this.tokens = tokens;
    this.starts = starts;
  }

  /** The line of a place, from 0; tokens come in order, so that the search goes on from the last one. */
  private lineAt = 0;

  private line(offset: number): number {
    while ((this.starts[this.lineAt + 1] ?? Infinity) <= offset) this.lineAt += 1;
    while ((this.starts[this.lineAt] ?? 0) > offset) this.lineAt -= 1;
    return this.lineAt;
  }

  private skipComments(): void {
    while (this.tokens[this.at]?.kind === 'comment') this.at += 1;
  }

  private accept(text: string): boolean {
    this.skipComments();
    const found = this.tokens[this.at]?.text === text;
    if (found) this.at += 1;
    return found;
  }

  value(depth: number): ExampleValue | undefined {
    this.skipComments();
    const token = this.tokens[this.at];
    if (!token || depth > MOST_DEPTH) return undefined;
    this.at += 1;
    const line = this.line(token.at);
    if (token.text === '{') return this.object(line, depth);
    if (token.text === '[') return this.list(line, depth);
    if (token.kind === 'string') return { kind: 'string', text: unescaped(token.text), line };
    if (token.kind === 'mark' || token.kind === 'dots')
      return token.kind === 'dots' ? { kind: 'other', text: token.text, line } : undefined;
    return scalarOf(this.words(token.text), line);
  }

  /** Bare words up to the next mark. */
  private words(first: string): string {
    const words = [first];
    while (this.tokens[this.at]?.kind === 'word') words.push(this.tokens[this.at++]?.text ?? '');
    return words.join(' ');
  }

  private object(line: number, depth: number): ExampleValue {
    const members: ExampleMember[] = [];
    let elided = false;
    while (this.at < this.tokens.length && !this.accept('}')) {
      if (this.accept(',')) continue;
      const key = this.tokens[this.at];
      if (!key) break;
      this.at += 1;
      if (key.kind === 'dots') elided = true;
      if (key.text === ']') break;
      if (key.kind !== 'string' && key.kind !== 'word') continue;
      if (!this.accept(':')) continue;
      const place = this.line(key.at);
      const value = this.value(depth + 1);
      if (value)
        members.push({
          name: unescaped(key.text),
          value,
          line: place,
          column: key.at - (this.starts[place] ?? 0) + 1,
          ...this.comment(),
        });
    }
    return { kind: 'object', members, line, ...(elided && { elided: true as const }) };
  }

  /** `// …` behind a value, with or without its comma. */
  private comment(): { readonly comment?: string } {
    const next = this.tokens[this.at]?.text === ',' ? this.tokens[this.at + 1] : this.tokens[this.at];
    return next?.kind === 'comment' && next.text.startsWith('//')
      ? { comment: next.text.slice(2).trim() }
      : {};
  }

  private list(line: number, depth: number): ExampleValue {
    const items: ExampleValue[] = [];
    let elided = false;
    while (this.at < this.tokens.length && !this.accept(']')) {
      if (this.accept(',')) continue;
      if (this.tokens[this.at]?.text === '}') break;
      if (this.tokens[this.at]?.kind === 'dots') {
        elided = true;
        this.at += 1;
        continue;
      }
      const before = this.at;
      const value = this.value(depth + 1);
      if (value) items.push(value);
      if (this.at === before) this.at += 1;
    }
    return { kind: 'list', items, line, ...(elided && { elided: true as const }) };
  }
}

function scalarOf(text: string, line: number): ExampleValue {
  if (/^-?\d+$/.test(text)) return { kind: 'integer', text, line };
  if (/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)) return { kind: 'number', text, line };
  if (/^(?:true|false)$/i.test(text)) return { kind: 'boolean', text, line };
  if (/^(?:null|nil|None|undefined)$/.test(text)) return { kind: 'null', text, line };
  return { kind: 'other', text, line };
}

function unescaped(text: string): string {
  const inner = /^(["'])([\s\S]*)\1$/.exec(text)?.[2] ?? text;
  return inner.includes('\\')
    ? inner
        .replace(/\\u([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
        .replace(/\\(.)/g, '$1')
    : inner;
}
