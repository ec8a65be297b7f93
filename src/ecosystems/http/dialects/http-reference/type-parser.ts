import type { LinkSpan } from '../../../../markdown/blocks.js';
import { TokenWalker, type Token } from './type-tokens.js';
import { joined, named, type WordedType } from './worded-type.js';
import {
  isAnyWord,
  isEnumWord,
  isFillerWord,
  isListWord,
  isMapWord,
  isObjectWord,
  scalarOf,
  type ScalarMeaning,
} from './type-words.js';

/** Words of a guide's own, by what they stand for. */
export type OwnWords = ReadonlyMap<string, ScalarMeaning> | undefined;

const MOST_DEPTH = 12;
const ANY: WordedType = { kind: 'any' };

/** Descends from a choice of types to one; each token is looked at a few times. */
export class TypeParser extends TokenWalker {
  private depth = 0;
  private readonly own: OwnWords;

  constructor(tokens: readonly Token[], own: OwnWords) {
    super(tokens);
    this.own = own;
  }

  whole(): WordedType | undefined {
    const type = this.choice();
    if (!type) return undefined;
    return this.at >= this.tokens.length || this.restIsRemark() ? type : undefined;
  }

  /** What follows in parentheses, after a comma, or behind `null`, is a remark. */
  private restIsRemark(): boolean {
    if (this.at > 1 && /^null$/i.test(this.peek(-1))) return true;
    if (this.at > 0 && /^(?:if|when|unless)$/i.test(this.peek()) && /^\)$/.test(this.peek(-1))) return true;
    return /^[(,;*:{&+]|^-|^–|^or$|^with$|^that$|^in$|^\.|^as$|^from$|^for$|^which$|^representing$|^keyed$|^to$/.test(
      this.peek(),
    );
  }

  private choice(): WordedType | undefined {
    if (this.depth > MOST_DEPTH) return undefined;
    this.depth += 1;
    if (/^(?:either|one|any)$/i.test(this.peek())) this.oneOfWords();
    const variants: WordedType[] = [];
    do {
      this.accept(/^(?:or|either)$/i);
      const before = this.at;
      const one = this.suffixed();
      if (one) variants.push(one);
      else {
        this.at = before;
        break;
      }
    } while (this.separated());
    this.depth -= 1;
    return joined(variants);
  }

  private oneOfWords(): void {
    if (this.accept(/^either$/i)) return;
    if (/^of$/i.test(this.peek(1))) this.at += 2;
  }

  /** `|`, `or`, `/`, and a comma that another type follows. */
  private separated(): boolean {
    if (this.accept(/^(?:\||or|\/)$/i)) return true;
    if (this.peek() !== ',') return false;
    const next = /^(?:or)$/i.test(this.peek(1)) ? 2 : 1;
    if (!this.isType(this.tokens[this.at + next])) return false;
    this.at += 1;
    return true;
  }

  private isType(token: Token | undefined): boolean {
    if (!token) return false;
    return (
      token.link !== undefined ||
      scalarOf(token.text, this.own) !== undefined ||
      isListWord(token.text) ||
      isObjectWord(token.text) ||
      token.text.toLowerCase() === 'null'
    );
  }

  private suffixed(): WordedType | undefined {
    let nullable = this.accept(/^\?$/);
    let type = this.one();
    while (type) {
      if (this.peek() === '[' && this.peek(1) === ']') {
        this.at += 2;
        type = { kind: 'list', element: type };
      } else if (
        /^(?:collections?|arrays?|lists?)$/i.test(this.peek()) &&
        !/^(?:of|<|\(|\[)$/i.test(this.peek(1))
      ) {
        this.at += 1;
        type = { kind: 'list', element: type };
      } else if (this.accept(/^\?$/)) nullable = true;
      else if (this.peek() === '(') {
        const refined = this.remark(type);
        if (!refined) break;
        type = refined;
      } else break;
    }
    return type && nullable ? { ...type, nullable: true } : type;
  }

  /** `String (URL)` says what is written in it; `String (…) or null` goes on behind the remark. */
  private remark(type: WordedType): WordedType | undefined {
    const before = this.at;
    this.at += 1;
    const inside = this.tokens[this.at];
    const meaning =
      type.kind === 'scalar' && type.scalar === 'string' && inside && this.peek(1) === ')'
        ? scalarOf(inside.text, this.own)
        : undefined;
    let depth = 1;
    while (this.at < this.tokens.length && depth > 0) {
      depth += this.peek() === '(' ? 1 : this.peek() === ')' ? -1 : 0;
      this.at += 1;
    }
    const scalar =
      type.kind === 'named' && !type.link && inside && this.tokens[this.at - 2] === inside
        ? scalarOf(inside.text, this.own)
        : undefined;
    if (scalar) return { kind: 'scalar', ...scalar };
    if (meaning?.format && meaning.scalar === 'string') return { kind: 'scalar', ...meaning };
    if (/^(?:or|\||\?)$/i.test(this.peek())) return type;
    this.at = before;
    return undefined;
  }

  private one(): WordedType | undefined {
    const partial = this.skipFiller();
    const token = this.tokens[this.at];
    if (!token) return undefined;
    if (token.link) return this.linked(token, token.link, partial);
    const { text } = token;
    if (text === '[') return this.bracketed();
    if (text === '(') return this.grouped();
    if (/^null$/i.test(text)) return this.take({ kind: 'any', nullable: true });
    if (isListWord(text)) return this.list();
    if (isMapWord(text) && this.isMap()) return this.map();
    return this.word(partial);
  }

  private skipFiller(): boolean {
    let partial = false;
    for (; ; this.at += 1) {
      if (/^partial$/i.test(this.peek())) partial = true;
      else if (!this.isFiller() || this.at + 1 >= this.tokens.length) return partial;
    }
  }

  /** Articles, and a word of any kind before a link. */
  private isFiller(): boolean {
    const [here, next] = [this.tokens[this.at], this.tokens[this.at + 1]];
    return (
      isFillerWord(here?.text ?? '') ||
      (next?.link !== undefined && !here?.link && /^[a-z]+(?:-[a-z]+)+$/.test(here?.text ?? ''))
    );
  }

  private take(type: WordedType): WordedType {
    this.at += 1;
    return type;
  }

  /** `[user](…) object`, `[role](…) object ids`: ids are strings, not what they are the ids of. */
  private linked(token: Token, link: LinkSpan, partial: boolean): WordedType {
    this.at += 1;
    const known = scalarOf(token.text, this.own);
    this.accept(/^(?:request|response|data|payload|info|json|values?|enum|strings?|integers?|names?)$/i);
    const saysObject = this.accept(OBJECT_WORDS);
    const ids = this.accept(/^ids?$/i);
    const element = isListWord(token.text) ? this.of() : undefined;
    if (element) return { kind: 'list', element };
    const scalar = known && !saysObject ? { kind: 'scalar' as const, ...known } : undefined;
    const list = isListWord(token.text) ? { kind: 'list' as const, element: ANY } : undefined;
    return named(token.text, { partial, ids, saysObject }, link, scalar ?? list);
  }

  private bracketed(): WordedType | undefined {
    this.at += 1;
    if (this.accept(/^\]$/)) return { kind: 'list', element: this.one() ?? { kind: 'any' } };
    const element = this.choice();
    this.accept(/^\.\.\.$/);
    return this.accept(/^\]$/) && element ? { kind: 'list', element } : undefined;
  }

  private grouped(): WordedType | undefined {
    this.at += 1;
    const type = this.choice();
    return this.accept(/^\)$/) ? type : undefined;
  }

  /** `array of strings`, `list<T>`, `Collection(T)`, `array[T]`, `array`. */
  private list(): WordedType {
    this.at += 1;
    const element = this.of();
    return { kind: 'list', element: element ?? { kind: 'any' } };
  }

  private of(): WordedType | undefined {
    const before = this.at;
    const opened = this.accept(/^[<([]$/);
    if (!opened && !this.accept(/^of$/i) && !this.accept(/^:$/)) return undefined;
    if (opened && this.accept(/^[\])>]$/)) return undefined;
    const element = opened ? this.choice() : this.suffixed();
    if (!opened || this.accept(/^[>)\]]$/)) return element;
    this.at = before;
    return undefined;
  }

  private isMap(): boolean {
    return (
      /^(?:of|<|\(|\[|from|with|)$/i.test(this.peek(1)) ||
      this.tokens[this.at + 1]?.link !== undefined ||
      !isObjectWord(this.peek())
    );
  }

  /** `map<string|string>`, `map of string to integer`, `dictionary`. */
  private map(): WordedType {
    this.at += 1;
    if (this.accept(/^[<([]$/)) return this.mapInside();
    if (!this.accept(/^of$/i)) return { kind: 'map', value: { kind: 'any' } };
    const first = this.suffixed() ?? { kind: 'any' as const };
    const value = this.accept(/^(?:to|=>|->|:)$/i) ? this.suffixed() : undefined;
    return { kind: 'map', value: value ?? first };
  }

  private mapInside(): WordedType {
    const first = this.suffixed();
    const value = this.accept(/^[,|:]$/) ? this.suffixed() : first;
    this.accept(/^[>)\]]$/);
    return { kind: 'map', value: value ?? { kind: 'any' } };
  }

  /** The longest run of words that is a type, then any single word as a name. */
  private word(partial: boolean): WordedType | undefined {
    for (let length = 3; length > 0; length -= 1) {
      const words = this.words(length);
      const known = words === undefined ? undefined : this.known(words);
      if (!known) continue;
      this.at += length;
      this.accept(/^(?:values?|objects?|strings?)$/i);
      return known;
    }
    return this.name(partial);
  }

  private known(words: string): WordedType | undefined {
    const scalar = scalarOf(words, this.own);
    if (scalar) return { kind: 'scalar', ...scalar };
    if (isObjectWord(words)) return { kind: 'object' };
    if (isAnyWord(words)) return { kind: 'any' };
    if (isEnumWord(words)) return { kind: 'enum' };
    const literal = /^(["'])(.*)\1$/.exec(words);
    return literal ? { kind: 'literal', value: literal[2] ?? '' } : undefined;
  }

  /** `User`, `User object`, `Access-Object`, `resource type of …`: names of objects. */
  private name(partial: boolean): WordedType | undefined {
    const start = this.at;
    while (
      /^[\p{L}_][\p{L}\d_.:#-]*$/u.test(this.peek()) &&
      this.at - start < 5 &&
      !/^(?:or|of|to|and|with|that|in|for|collections?|arrays?|lists?)$/i.test(this.peek())
    ) {
      if (this.at > start && OBJECT_WORDS.test(this.peek())) break;
      this.at += 1;
    }
    if (this.at === start) return undefined;
    const name = this.tokens
      .slice(start, this.at)
      .map(({ text }) => text)
      .join(' ');
    const saysObject = this.accept(OBJECT_WORDS);
    const ids = this.accept(/^ids?$/i);
    return named(name, { partial, ids, saysObject });
  }
}

const OBJECT_WORDS = /^(?:objects?|structures?|resources?|entit(?:y|ies)|models?|instances?|schemas?)$/i;
