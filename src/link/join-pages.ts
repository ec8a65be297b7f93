import type { Report } from '../diagnostics/report.js';
import type { OperationFragment } from '../model/fragments.js';
import type { UnnamedParameter } from '../model/model.js';
import { requestKey } from './group.js';

/** An operation's own page with what other pages about it add. */
export interface JoinedOperation {
  readonly name: string;
  readonly page: OperationFragment;
}

/**
 * Joins the pages about one operation. The fullest page states the facts; another never overrides it, and where it
 * says something else that is reported with both places. Pages without a name join by method and path.
 */
export function joinPages(fragments: readonly OperationFragment[], report: Report): JoinedOperation[] {
  const named = new Map<string, OperationFragment[]>();
  for (const page of fragments) {
    if (page.name !== undefined) named.set(page.name, [...(named.get(page.name) ?? []), page]);
  }
  const joined = [...named].map(([name, pages]) => ({ name, page: joinNamed(name, pages, report) }));
  for (const page of fragments) {
    if (page.name !== undefined) continue;
    const index = joined.findIndex((other) => requestKey(other.page) === requestKey(page));
    const target = joined[index];
    if (target) joined[index] = { name: target.name, page: joinUnnamed(target.page, page, report) };
    else joined.push({ name: inventName(page, report), page });
  }
  return joined;
}

function joinNamed(name: string, pages: readonly OperationFragment[], report: Report): OperationFragment {
  const [main, ...others] = [...pages].sort((a, b) => weight(b) - weight(a));
  if (!main) throw new Error('an operation without a page');
  for (const other of others) {
    report('operation-repeated', { operation: name }, other.source, [
      { message: 'the facts were taken from here', source: main.source },
    ]);
    compareMembers(main, other, report);
  }
  return main;
}

/** A page that links to its service is the published one; after that the one that describes more is believed. */
const weight = (page: OperationFragment): number =>
  (page.serviceId ? 1000 : 0) + page.input.length + page.output.length + page.errors.length;

function compareMembers(main: OperationFragment, other: OperationFragment, report: Report): void {
  for (const side of ['input', 'output'] as const) {
    const names = new Map(main[side].map((member) => [member.name, member]));
    for (const member of other[side]) {
      if (names.has(member.name)) continue;
      const similar = main[side].find(({ name }) => name.toLowerCase() === member.name.toLowerCase());
      report(
        'pages-disagree',
        { member: member.name, ...(similar && { instead: similar.name }) },
        member.source,
        [
          similar
            ? { message: `called ${similar.name} here`, source: similar.source }
            : { message: 'the page whose facts were taken', source: main.source },
        ],
      );
    }
  }
}

/** Adds what an unnamed page has that a full one lacks, and matches its parameters by what they are described as. */
function joinUnnamed(main: OperationFragment, other: OperationFragment, report: Report): OperationFragment {
  const unmatched = (other.unnamed ?? []).filter((parameter) => !matchesMember(parameter, main));
  for (const parameter of unmatched) {
    report('parameter-unmatched', { description: parameter.description }, parameter.source, [
      { message: 'none of the members described here fits', source: main.source },
    ]);
  }
  return {
    ...main,
    ...(!main.endpointPrefix && other.endpointPrefix && { endpointPrefix: other.endpointPrefix }),
    ...(main.description === undefined &&
      other.description !== undefined && { description: other.description }),
    examples: [...main.examples, ...other.examples],
    ...(unmatched.length > 0 && { unnamed: unmatched }),
  };
}

const SAME = 0.7;

const matchesMember = (parameter: UnnamedParameter, page: OperationFragment): boolean =>
  page.input.some(
    ({ description }) => likeness(words(parameter.description), words(description ?? '')) >= SAME,
  );

const words = (text: string): ReadonlySet<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []);

/** The share of words that two descriptions have in common (Dice). */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((word) => b.has(word)).length;
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}

/** `POST /user/{userId}` becomes `PostUser`: an operation needs a name, and the page gives none. */
function inventName(page: OperationFragment, report: Report): string {
  const key = requestKey(page) ?? 'operation';
  const name = key
    .split(/[^A-Za-z0-9]+/)
    .filter((part) => part !== '')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1).toLowerCase())
    .join('');
  report('operation-unnamed', { name, request: key }, page.source);
  return name;
}
