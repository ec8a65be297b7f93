import type { Report } from '../diagnostics/report.js';
import type { MemberFragment, OperationFragment } from '../model/fragments.js';
import type { UnnamedParameter } from '../model/model.js';
import { requestKey } from './group.js';
import type { LinkRules } from './rules.js';
import { uniteRequests, type JoinedOperation } from './unite-requests.js';

/**
 * Joins the pages about one operation. The fullest page states the facts; another never overrides it, and where it
 * says something else that is reported with both places. Pages without a name join by method and path.
 */
export function joinPages(
  fragments: readonly OperationFragment[],
  report: Report,
  rules: LinkRules,
): JoinedOperation[] {
  const named = new Map<string, OperationFragment[]>();
  for (const page of fragments) {
    if (page.name !== undefined) named.set(page.name, [...(named.get(page.name) ?? []), page]);
  }
  const joined = [...named].map(([name, pages]) => ({ name, page: joinNamed(name, pages, report) }));
  if (rules.unitesPages)
    return [...joined, ...uniteRequests(fragments.filter(isUnnamed), joined, report, rules)];
  for (const page of fragments.filter(isUnnamed)) {
    const key = requestKey(page, rules);
    const index = joined.findIndex((other) => requestKey(other.page, rules) === key);
    const target = joined[index];
    if (!target) joined.push({ name: inventName(page, joined, report, rules), page });
    else joined[index] = { name: target.name, page: joinUnnamed(target, page, report) };
  }
  return joined;
}

const isUnnamed = ({ name }: OperationFragment): boolean => name === undefined;

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
  (page.serviceId ? 1000 : 0) + page.input.length + outputOf(page).length + page.errors.length;

const outputOf = ({ responses }: OperationFragment): readonly MemberFragment[] =>
  responses.flatMap(({ members }) => members);

const sides = [(page: OperationFragment) => page.input, outputOf];

function compareMembers(main: OperationFragment, other: OperationFragment, report: Report): void {
  for (const side of sides) {
    const names = new Map(side(main).map((member) => [member.name, member]));
    for (const member of side(other)) {
      if (names.has(member.name)) continue;
      const similar = side(main).find(({ name }) => name.toLowerCase() === member.name.toLowerCase());
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
function joinUnnamed(
  { name, page: main }: JoinedOperation,
  other: OperationFragment,
  report: Report,
): OperationFragment {
  if (weight(other) > 0) return joinNamed(name, [main, other], report);
  const unmatched = (other.unnamed ?? []).filter((parameter) => !matchesMember(parameter, main));
  for (const parameter of unmatched) {
    report('parameter-unmatched', { description: parameter.description }, parameter.source, [
      { message: 'none of the members described here fits', source: main.source },
    ]);
  }
  return {
    ...main,
    serviceTraits: { ...other.serviceTraits, ...main.serviceTraits },
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

/** An operation needs a name, and the page gives none; one that is taken gets a number. */
function inventName(
  page: OperationFragment,
  joined: readonly JoinedOperation[],
  report: Report,
  rules: LinkRules,
): string {
  const { method, uri } = page.request ?? {};
  const request = { method: method?.value ?? '', path: uri?.value.replace(/\?.*$/, '') ?? '' };
  const name = firstFree(
    rules.nameOperation({ ...request, ...(page.title !== undefined && { title: page.title }) }) ||
      'Operation',
    new Set(joined.map((other) => other.name)),
  );
  if (rules.reportsUnnamed)
    report('operation-unnamed', { name, request: requestKey(page, rules) ?? 'operation' }, page.source);
  return name;
}

function firstFree(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${name}${number}`;
  return free;
}
