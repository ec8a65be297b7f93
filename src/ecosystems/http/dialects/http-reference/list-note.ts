import type { SourceRange } from '../../../../diagnostics/position.js';
import type { Item } from './sections.js';
import { plain } from './phrase.js';

/** What one sentence says of all members of a list but some. */
export interface ListNote {
  readonly required: boolean;
  readonly nullable: boolean;
  /** Words of the exception, among them the names of the members that are the other way round. */
  readonly except: ReadonlySet<string>;
  readonly source: SourceRange;
}

const NONE =
  /\b(?:none of (?:the|these|its)|no) (?:[\w-]+ ){0,2}(?:parameters?|fields?|arguments?|propert(?:y|ies)|params?|attributes?|keys?)\b[^.]{0,40}\b(?:is|are) (?:required|mandatory)\b/i;
const ALL =
  /\b(?:all|each|every)(?: of)?(?: the| these)? (?:[\w-]+ ){0,2}(?:parameters?|fields?|arguments?|properties|property|params?|attributes?|keys?)\b([^.]{0,80})\b(?:is|are) (optional|required|mandatory)\b([^.]{0,80})/i;

/** `All parameters to this endpoint are optional and nullable excluding a`, in a paragraph or an item of a list. */
export function noteAmong(items: readonly Item[]): ListNote | undefined {
  for (const { block } of items) {
    const texts =
      block.kind === 'paragraph'
        ? [block.inline.text]
        : block.kind === 'list'
          ? block.items.map(({ inline }) => inline?.text ?? '')
          : [];
    if (texts.some((text) => NONE.test(plain(text))))
      return { required: false, nullable: false, except: new Set(), source: block.source };
    const [, before = '', word = '', after = ''] =
      texts.map((text) => ALL.exec(plain(text))).find((match) => match !== null) ?? [];
    if (word === '') continue;
    const except = [before, after].map((text) => EXCEPT.exec(text)?.[1] ?? '').join(' ');
    return {
      required: word.toLowerCase() !== 'optional',
      nullable: /^(?:,| and) nullable\b/i.test(after),
      except: new Set(except.match(/[\w$@.-]+/g)),
      source: block.source,
    };
  }
  return undefined;
}

const EXCEPT = /\b(?:except|excepting|excluding|other than|apart from|besides|but)\b(.*)$/i;
