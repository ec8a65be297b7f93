import { compareTexts } from '../base/compare.js';
import { groupBy } from '../base/group-by.js';
import type { Report } from '../diagnostics/report.js';
import type { MemberFragment, OperationFragment, ResponseFragment } from '../model/fragments.js';
import { requestKey } from './group.js';
import type { LinkRules, NamedRequest } from './rules.js';

/** An operation's own page with what other pages about it add. */
export interface JoinedOperation {
  readonly name: string;
  readonly page: OperationFragment;
}

/**
 * Operations that pages describe by method and path: all that is said of one is united, and each gets a name that does
 * not depend on the order of the pages.
 */
export function uniteRequests(
  pages: readonly OperationFragment[],
  named: readonly JoinedOperation[],
  report: Report,
  rules: LinkRules,
): readonly JoinedOperation[] {
  const groups = groupBy(pages, (page) => requestKey(page, rules) ?? '');
  const united = [...groups.values()].flatMap((same) => uniteAll(same, report, rules));
  return nameAll(united, new Set(named.map(({ name }) => name)), rules);
}

function uniteAll(
  pages: readonly OperationFragment[],
  report: Report,
  rules: LinkRules,
): readonly OperationFragment[] {
  const [main, ...others] = [...pages].sort((a, b) => weight(b) - weight(a));
  if (!main) return [];
  return [others.reduce((all, other) => unite(all, other, report, rules), main)];
}

/** What states more is believed first; an example call says least. */
const weight = ({ known, input, responses, errors }: OperationFragment): number =>
  (known === 'stated' ? 1000 : 0) +
  input.length +
  errors.length +
  responses.reduce((sum, { members }) => sum + members.reduce((inner, one) => inner + weightOf(one), 0), 0);

/** A whole body says more than one of its members, and what is stated more than what an example shows. */
const weightOf = ({ known, place }: MemberFragment): number =>
  (known === 'stated' ? 1 : 0.01) * (place === 'payload' ? 20 : 1);

function unite(
  main: OperationFragment,
  other: OperationFragment,
  report: Report,
  rules: LinkRules,
): OperationFragment {
  report('operation-repeated', { operation: main.title ?? requestKey(main, rules) ?? '' }, other.source, [
    { message: 'joined with what is said here', source: main.source },
  ]);
  const description = main.description ?? other.description;
  const statuses = new Set(main.responses.map(({ status }) => status?.value));
  return {
    ...main,
    ...(description !== undefined && { description }),
    input: uniteMembers(main.input, otherInput(main, other)),
    ...(!main.mediaTypes && other.mediaTypes && { mediaTypes: other.mediaTypes }),
    responses: [
      ...main.responses.map((one) => {
        const same = other.responses.find(({ status }) => status?.value === one.status?.value);
        return same && saysMore(same, one) ? same : one;
      }),
      ...other.responses.filter(({ status }) => status !== undefined && !statuses.has(status.value)),
    ],
    errors: [
      ...main.errors,
      ...other.errors.filter(({ name }) => !main.errors.some((one) => one.name === name)),
    ],
    examples: [...main.examples, ...other.examples],
  };
}

const saysMore = (one: ResponseFragment, before: ResponseFragment): boolean =>
  before.members.length === 0 ||
  (one.members.some(({ known }) => known === 'stated') &&
    before.members.every(({ known }) => known !== 'stated'));

/** Two bodies of other kinds are alternatives, not parts of one. */
function otherInput(main: OperationFragment, other: OperationFragment): readonly MemberFragment[] {
  const kinds = new Set([main, other].flatMap(bodyKinds));
  const added = bodyKinds(main).length === 0 || kinds.size <= 1;
  return added ? other.input : other.input.filter(({ place }) => place !== 'body' && place !== 'payload');
}

const bodyKinds = ({ input, mediaTypes }: OperationFragment): readonly string[] =>
  input.flatMap(({ place }) =>
    place === 'body' || place === 'payload'
      ? [`${place} ${(mediaTypes?.value ?? ['application/json']).join(' ')}`]
      : [],
  );

/** A member that only one page has must not be there where the other one is meant. */
function uniteMembers(
  main: readonly MemberFragment[],
  others: readonly MemberFragment[],
): readonly MemberFragment[] {
  const isIn = (list: readonly MemberFragment[], { name, place }: MemberFragment): boolean =>
    list.some((one) => one.name === name && one.place === place);
  const added = others.filter((member) => member.place !== 'label' && !isIn(main, member));
  return [
    ...main.map((member) => (member.place === 'label' || isIn(others, member) ? member : relaxed(member))),
    ...added.map(relaxed),
  ];
}

const relaxed = (member: MemberFragment): MemberFragment => {
  if (member.required?.value !== true) return member;
  const { required: _required, ...rest } = member;
  return rest;
};

/** Of several with one name, in whatever case, each gets what sets its request apart; at last a number. */
function nameAll(
  pages: readonly OperationFragment[],
  taken: Set<string>,
  rules: LinkRules,
): readonly JoinedOperation[] {
  const sorted = [...pages].sort((a, b) =>
    compareTexts(requestKey(a, rules) ?? '', requestKey(b, rules) ?? ''),
  );
  const nameOf = (page: OperationFragment): string => rules.nameOperation(requestOf(page)) || 'Operation';
  return [...groupBy(sorted, (page) => nameOf(page).toLowerCase()).values()].flatMap((same) => {
    const [first] = same;
    const name = first ? nameOf(first) : '';
    if (same.length === 1 && first && !taken.has(name)) return [claim(name, first, taken)];
    const suffixes = rules.distinguish(name, same.map(requestOf));
    return same.map((page, at) => claim(`${name}${suffixes[at] ?? ''}`, page, taken));
  });
}

function claim(wish: string, page: OperationFragment, taken: Set<string>): JoinedOperation {
  let name = wish;
  for (let number = 2; taken.has(name); number += 1) name = `${wish}${number}`;
  taken.add(name);
  return { name, page };
}

const requestOf = ({ request, title, deprecated }: OperationFragment): NamedRequest => ({
  method: request?.method?.value ?? '',
  path: request?.uri?.value.replace(/\?.*$/, '') ?? '',
  ...(title !== undefined && { title }),
  ...(deprecated && { deprecated: true }),
});
