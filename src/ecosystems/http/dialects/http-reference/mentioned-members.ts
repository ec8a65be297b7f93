import type { MemberFragment } from '../../../../model/fragments.js';
import { plainType } from './member-types.js';
import type { OperationSite } from './operation-sites.js';
import type { PageContext } from './page-context.js';
import { phraseOf, withoutLinks } from './phrase.js';

const MENTION =
  /\b(?:supports?|accepts?|takes?|send|pass|include|provide|set|uses?|with)\b[^.\n]{0,60}?\uE000([A-Z][A-Za-z\d]*(?:-[A-Za-z\d]+)+)\uE001[^.\n]{0,20}\bheader\b/g;
const USUAL =
  /^(?:authorization|content-type|accept|user-agent|content-length|content-disposition|retry-after|www-authenticate)$/i;

/** Headers that a sentence says may be sent: `This endpoint supports the X-Reason header`. */
export function mentionedHeaders(
  { items }: OperationSite,
  { lines }: PageContext,
): readonly MemberFragment[] {
  return items.flatMap(({ block }) => {
    if (block.kind !== 'paragraph') return [];
    const { text } = phraseOf(block.inline);
    return [...withoutLinks(text).matchAll(MENTION)].flatMap(([said, name = '']) => {
      if (USUAL.test(name) || /\b(?:response|returns?)\b/i.test(said)) return [];
      lines.take(block.source);
      return [
        {
          name,
          place: 'header' as const,
          type: plainType('string', block.source, 'inferred'),
          source: block.source,
          known: 'stated' as const,
        },
      ];
    });
  });
}

const QUERY = /\b(?:supports?|accepts?|takes?)\b[^.\n]{0,120}\bquery (?:string )?param/i;

const NAME = /\uE000(\$?[A-Za-z_]\w*)\uE001/g;
/** `through the `limit` query parameter`. */
const PASSED =
  /\b(?:through|with|pass(?:ing)?|us(?:e|ing)|via|by|set(?:ting)?|specify(?:ing)?|add(?:ing)?) (?:the |an? )?\uE000(\$?[A-Za-z_]\w*)\uE001 (?:query|url|query string) param/g;

/** Parameters that a sentence names: `supports the $expand and $top query parameters`. */
export function mentionedParameters(
  { items }: OperationSite,
  { lines }: PageContext,
): readonly MemberFragment[] {
  return items.flatMap(({ block }) => {
    if (block.kind !== 'paragraph') return [];
    const text = withoutLinks(phraseOf(block.inline).text);
    const [said = ''] = QUERY.exec(text) ?? [];
    const names = [...said.matchAll(NAME), ...text.matchAll(PASSED)].map(([, name = '']) => name);
    if (names.length === 0) return [];
    lines.take(block.source);
    return names.map((name) => ({
      name,
      place: 'query' as const,
      type: plainType('string', block.source, 'inferred'),
      source: block.source,
      known: 'stated' as const,
    }));
  });
}
