import type { SyntaxMember, SyntaxValue, SyntaxWord } from '../../../../model/fragments.js';
import type { Token } from './syntax-tokens.js';

const WORDS: ReadonlyMap<string, SyntaxWord> = new Map<string, SyntaxWord>([
  ['number', 'number'],
  ['boolean', 'boolean'],
  ['blob', 'blob'],
]);

/** Reads the tokens of a body; what it cannot read is left for `rest`. */
export function parseBody(tokens: readonly Token[]): { value?: SyntaxValue; rest: readonly Token[] } {
  const reader = new BodyReader(tokens);
  const value = reader.value();
  return { ...(value && { value }), rest: tokens.slice(reader.index) };
}

class BodyReader {
  index = 0;

  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  private peek(): Token | undefined {
    return this.tokens[this.index];
  }

  private take(kind: Token['kind']): boolean {
    if (this.peek()?.kind !== kind) return false;
    this.index += 1;
    return true;
  }

  value(): SyntaxValue | undefined {
    const token = this.peek();
    if (!token) return undefined;
    const at = { source: token.source, known: 'syntax' as const };
    this.index += 1;
    switch (token.kind) {
      case '{':
        return this.braces(at);
      case '[': {
        const element = this.peek()?.kind === ']' ? undefined : this.value();
        while (this.peek() && !this.take(']')) this.index += 1;
        return element ? { kind: 'list', element, ...at } : { kind: 'elided', ...at };
      }
      case 'string':
        // A recursive type is shown by its name in quotes where it would begin anew.
        return token.text === 'string'
          ? { kind: 'scalar', word: 'string', ...at }
          : { kind: 'elided', ...at };
      case 'word':
        if (token.text === '...') return { kind: 'elided', ...at };
        return { kind: 'scalar', word: WORDS.get(token.text) ?? 'other', ...at };
      default:
        return undefined;
    }
  }

  /** `{ "name": value, ... }`, `{ "string": value }` for a map, `{ ... }` for what is shown elsewhere. */
  private braces(at: { source: SyntaxValue['source']; known: 'syntax' }): SyntaxValue {
    const members: SyntaxMember[] = [];
    let isMap = false;
    let elided = false;
    while (this.peek() && !this.take('}')) {
      const isKey = this.isMapKey();
      const member = this.member();
      if (member) {
        members.push(member);
        isMap = isKey;
      } else elided ||= this.tokens[this.index - 1]?.text === '...';
      this.take(',');
    }
    const [only] = members;
    if (members.length === 1 && only && isMap) return { kind: 'map', value: only.value, ...at };
    if (members.length === 0 && elided) return { kind: 'elided', ...at };
    return { kind: 'structure', members, ...at };
  }

  /** Pages print the key of a map as its type, with a space before the colon that members never have. */
  private isMapKey(): boolean {
    return this.peek()?.text === 'string' && this.tokens[this.index + 1]?.glued === false;
  }

  private member(): SyntaxMember | undefined {
    const key = this.peek();
    this.index += 1;
    if (!key || (key.kind !== 'string' && key.kind !== 'word')) return undefined;
    if (!this.take(':')) return undefined;
    const value = this.value();
    return value && { name: key.text, source: key.source, value };
  }
}
