import type { SourceRange } from '../../../../diagnostics/position.js';
import type { Inline } from '../../../../markdown/blocks.js';
import { codesIn, phraseOf, plain, withoutLinks } from './phrase.js';
import { parseRequestLine, type RequestLine } from './request-line.js';
import { withDescendants, type Item, type Section } from './sections.js';

/** What a request does, behind its line in the same sentence. */
const DOES =
  /^[\s–—:-]*(?:this )?(?:will (?!be\b)\w+|allows?|lets?|returns|retrieves|gets|lists|shows|finds|searches|creates|adds|makes|posts|sends|uploads|updates|changes|replaces|sets|edits|renames|moves|copies|marks|archives|trashes|deletes|removes|cancels|starts|stops|enables|disables|subscribes|assigns)\b/;

/**
 * Items such as `` `GET /teas/3` will return the tea with an ID of `3`. ``: each tells of a request, where some section of
 * the page that has them shows a request or says what is sent or comes back. News tell of requests as well, but show none.
 */
export function toldRequests(item: Item, root: Section): readonly ToldRequest[] {
  const told = item.section.heading ? toldIn(item) : [];
  return told.length > 0 && showsRequests(root) ? told : [];
}

interface ToldRequest {
  readonly line: RequestLine;
  readonly source: SourceRange;
  readonly says: Inline;
}

const known = new WeakMap<Section, boolean>();

function showsRequests(root: Section): boolean {
  const shows =
    known.get(root) ??
    [...withDescendants(root)].some((section) => {
      const telling = section.items.find((item) => toldIn(item).length > 0);
      return (
        telling &&
        [...withDescendants(section)].some(({ items }) => items.some((one) => isShown(one, telling)))
      );
    });
  known.set(root, shows);
  return shows;
}

function toldIn({ block }: Item): readonly ToldRequest[] {
  const told = block.kind === 'list' ? block.items.map(({ inline }) => inline && toldBy(inline)) : [];
  return told.every((one) => one !== undefined) ? told : [];
}

function toldBy(inline: Inline): ToldRequest | undefined {
  const text = withoutLinks(phraseOf(inline).text);
  const [code] = codesIn(text);
  if (code === undefined || !text.startsWith('\uE000')) return undefined;
  const line = parseRequestLine(code);
  const behind = plain(text.slice(text.indexOf('\uE001')));
  return line?.rest === '' && DOES.test(behind) ? { line, source: inline.source, says: inline } : undefined;
}

const isShown = (other: Item, item: Item): boolean =>
  other !== item &&
  (other.block.kind === 'code' ||
    other.block.kind === 'table' ||
    (other.block.kind === 'paragraph' &&
      /\b(?:parameters?|(?:return|respond)s? (?:with )?[`"]?2\d\d|will return|payload|body)\b/i.test(
        other.block.inline.text,
      )));
