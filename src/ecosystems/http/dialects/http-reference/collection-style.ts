import { fact, type MemberFragment } from '../../../../model/fragments.js';
import type { CollectionStyle } from '../../../../model/model.js';
import type { Fact } from '../../../../model/provenance.js';
import type { Type } from '../../../../model/types.js';
import type { ExampleRequest } from './example-requests.js';
import { plain, type Phrase } from './phrase.js';
import type { Row } from './rows.js';

/** How a list travels in a query or form, as its printed name (`ids[]`) or words about it (`comma-separated`) say. */
export function statedStyle(
  row: Row,
  type: Type | undefined,
  place: MemberFragment['place'],
): Fact<CollectionStyle> | undefined {
  if (type?.kind !== 'list' || (place !== 'query' && place !== 'body')) return undefined;
  if (row.marks.brackets) return fact('brackets', row.nameSource);
  return place === 'query' ? wordedStyle([...(row.type ? [row.type] : []), ...row.description]) : undefined;
}

const WORDS =
  /\b(comma|pipe|space)s?[- ](?:separated|delimited)\b|\b(?:separated|delimited) by (?:a )?(comma|pipe|space)s?\b/i;

/** Pages that let callers choose between several ways mean the usual one. */
function wordedStyle(phrases: readonly Phrase[]): Fact<CollectionStyle> | undefined {
  for (const { text, source } of phrases) {
    const words = plain(text);
    const [, ahead, behind] = WORDS.exec(words) ?? [];
    const sign = (ahead ?? behind)?.toLowerCase();
    if (sign === undefined || /\b(?:repeat|multiple times|more than once)/i.test(words)) continue;
    return fact(sign as 'comma' | 'pipe' | 'space', source);
  }
  return undefined;
}

/** A list of which nothing is said travels as requests show it: `ids[]=1`, `ids=1,2`, `ids=["a","b"]`. */
export function withShownStyle(member: MemberFragment, examples: readonly ExampleRequest[]): MemberFragment {
  const { style, type, name } = member;
  if (style || type?.kind !== 'list') return member;
  for (const { query = [], block } of examples) {
    const shown = query.filter(({ key }) => key === name || key === `${name}[]`);
    const found = shown.length === 0 ? undefined : styleOfPairs(shown);
    if (found) return { ...member, style: { value: found, source: block.source, known: 'example' } };
  }
  return member;
}

function styleOfPairs(
  pairs: readonly { readonly key: string; readonly value: string }[],
): CollectionStyle | undefined {
  const [first, ...others] = pairs;
  if (first?.key.endsWith('[]')) return 'brackets';
  if (others.length > 0) return 'repeat';
  const value = decoded(first?.value ?? '');
  if (/^\["?[^[\]]*"?\]$/.test(value)) return 'json';
  return /^[^,(){}]+(?:,[^,(){}]+)+$/.test(value) ? 'comma' : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
