import type { Report } from '../diagnostics/report.js';
import type { Fact } from '../model/provenance.js';
import type { LinkRules } from './rules.js';

/** A printed URI taken apart. */
export interface PrintedUri {
  readonly path: string;
  /** Key and value as printed. */
  readonly query: readonly { readonly key: string; readonly value: string }[];
}

export function splitUri(uri: string): PrintedUri {
  if (!uri.includes('?')) return { path: uri, query: [] };
  const [path = '/', search = ''] = uri.split('?');
  const query = search
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const [key = '', value = ''] = part.split('=');
      return { key: unmark(key), value: unmark(value) };
    });
  return { path, query };
}

/** The name without the braces, single or double, that newer pages put around what a caller fills in. */
export const unmark = (text: string): string => /^\{+(.*?)\}+$/.exec(text)?.[1]?.trim() ?? text;

/**
 * Puts labels into a printed path, whose pages mostly leave out the braces: a segment that is the name of a member
 * documented as a URI parameter is that member's label. Members that are found nowhere are reported.
 */
export function labelPath(
  path: string,
  members: readonly string[],
  uri: Fact<string>,
  report: Report,
  { bareLabels }: Pick<LinkRules, 'bareLabels'>,
): string {
  const left = new Set(members);
  const segments = path.split('/').map((segment) => {
    if (!bareLabels && !segment.includes('{')) return segment;
    const greedy = /\+\}*$/.test(segment);
    const name = unmark(segment).replace(/\+$/, '');
    const member =
      members.find((candidate) => candidate === name) ??
      members.find((candidate) => sameName(candidate, name));
    if (member === undefined) return segment;
    left.delete(member);
    return greedy ? `{${member}+}` : `{${member}}`;
  });
  for (const member of bareLabels ? [...left] : []) {
    const index = segments.findLastIndex(
      (segment) => !segment.startsWith('{') && wordIn(segment, member) >= 0,
    );
    const segment = segments[index];
    if (segment === undefined) continue;
    const at = wordIn(segment, member);
    segments[index] = `${segment.slice(0, at)}{${member}}${segment.slice(at + member.length)}`;
    left.delete(member);
  }
  for (const member of left) {
    if (segments.some((segment) => segment.includes(`{${member}}`))) continue;
    report('label-not-in-path', { member, uri: uri.value }, uri.source);
  }
  return segments.join('/');
}

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Where a name stands in a segment as a whole word, or -1. */
function wordIn(segment: string, name: string): number {
  const at = segment.indexOf(name);
  const before = segment[at - 1] ?? '';
  const after = segment[at + name.length] ?? '';
  return at >= 0 && !/\w/.test(before) && !/\w/.test(after) ? at : -1;
}

/** Query parts that no member stands for travel as they are printed. */
export const fixedQuery = (query: PrintedUri['query'], members: ReadonlySet<string>): string =>
  query
    .filter(({ value }) => !members.has(value))
    .map(({ key, value }) => (value === '' ? key : `${key}=${value}`))
    .join('&');
