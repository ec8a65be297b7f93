import type { AuthDescription, JsonValue, Operation, Server, Service } from '../../model/model.js';
import type { Provenance } from '../../model/provenance.js';
import { fromTo, side, type Finding } from './finding.js';

/** What changed in where requests go and how callers show who they are. */
export function* compareAccess(before: Service, after: Service): Generator<Finding> {
  yield* compareServers(before.servers, after.servers);
  yield* compareAuth(before.auth, after.auth);
}

/** The first server is the one that clients call unless they are told otherwise. */
function* compareServers(before: readonly Server[], after: readonly Server[]): Generator<Finding> {
  const [old, now] = [before[0], after[0]];
  if (old?.url !== now?.url) {
    const sides = { before: old && side(old.url, old), after: now && side(now.url, now) };
    yield { rule: 'endpoint-changed', fact: 'service.servers', ...sides, detail: fromTo(old?.url, now?.url) };
  }
  const [olds, news] = [byKey(before, 'url'), byKey(after, 'url')];
  const factOf = ({ url }: Server): string => `service.servers.${url}`;
  for (const one of before.slice(1))
    if (!news.has(one.url)) yield { rule: 'server-removed', fact: factOf(one), before: side(one.url, one) };
  for (const one of after.slice(1))
    if (!olds.has(one.url)) yield { rule: 'server-added', fact: factOf(one), after: side(one.url, one) };
  for (const one of after) {
    const other = olds.get(one.url);
    if (other) yield* compareVariables(factOf(one), other, one);
  }
}

function* compareVariables(fact: string, old: Server, now: Server): Generator<Finding> {
  const [before, after] = [old.variables ?? {}, now.variables ?? {}];
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [textOf(before[name]), textOf(after[name])];
    if (was === is) continue;
    const sides = {
      ...(was !== undefined && { before: side(was, old) }),
      ...(is !== undefined && { after: side(is, now) }),
    };
    yield { rule: 'server-variable-changed', fact: `${fact}.${name}`, ...sides, detail: fromTo(was, is) };
  }
}

/** Its default and its values on one line; what describes it is no matter. */
const textOf = (variable: NonNullable<Server['variables']>[string] | undefined): string | undefined =>
  variable && [variable.default ?? '', ...(variable.values ?? [])].join(' ');

function* compareAuth(
  before: readonly AuthDescription[],
  after: readonly AuthDescription[],
): Generator<Finding> {
  if (before.length === 0 || after.length === 0) return yield* compareWhole(before, after);
  const [olds, news] = [byKey(before, 'name'), byKey(after, 'name')];
  for (const one of before) {
    const other = news.get(one.name);
    const fact = `service.auth.${one.name}`;
    if (!other) yield { rule: 'auth-removed', fact, before: sideOfAuth(one) };
    else if (authText(one) !== authText(other))
      yield {
        rule: 'auth-changed',
        fact,
        before: sideOfAuth(one),
        after: sideOfAuth(other),
        detail: fromTo(authText(one), authText(other)),
      };
  }
  for (const one of after)
    if (!olds.has(one.name))
      yield { rule: 'auth-added', fact: `service.auth.${one.name}`, after: sideOfAuth(one) };
}

/** From no way to some, or from some to none. */
function* compareWhole(
  before: readonly AuthDescription[],
  after: readonly AuthDescription[],
): Generator<Finding> {
  const [old, now] = [before[0], after[0]];
  if (!old && !now) return;
  const sides = { before: old && sideOfAuth(old), after: now && sideOfAuth(now) };
  const detail = fromTo(old && authText(old), now && authText(now));
  yield { rule: 'auth-changed', fact: 'service.auth', ...sides, detail };
}

const authText = ({ scheme, options }: AuthDescription): string =>
  Object.keys(options).length === 0 ? scheme : `${scheme} ${JSON.stringify(options)}`;

const sideOfAuth = (one: AuthDescription) => side(authText(one), one);

const byKey = <Key extends string, One extends { readonly [K in Key]: string }>(
  things: readonly One[],
  key: Key,
): ReadonlyMap<string, One> => new Map(things.map((one) => [one[key], one]));

/** The ways that do for an operation on either side, as names of ways of the service. */
export interface Ways {
  readonly old: readonly string[];
  readonly now: readonly string[];
}

export const waysOf = (before: Service, after: Service): Ways => ({
  old: before.auth.map(({ name }) => name),
  now: after.auth.map(({ name }) => name),
});

/** What changed in which ways do for an operation, beside what changed of the service. */
export function* compareOperationAuth(before: Operation, after: Operation, ways: Ways): Generator<Finding> {
  if (before.auth === undefined && after.auth === undefined) return;
  const [was, is] = [before.auth?.value ?? ways.old, after.auth?.value ?? ways.now];
  if (was.length === is.length && was.every((name) => is.includes(name))) return;
  const isRelaxed = is.length === 0 || (was.length > 0 && was.every((name) => is.includes(name)));
  const sideOf = (names: readonly string[], from: Provenance) => side([...names] satisfies JsonValue, from);
  yield {
    rule: isRelaxed ? 'operation-auth-relaxed' : 'operation-auth-tightened',
    fact: `${after.name}.auth`,
    before: sideOf(was, before.auth ?? before),
    after: sideOf(is, after.auth ?? after),
    detail: fromTo(listed(was), listed(is)),
  };
}

const listed = (names: readonly string[]): string => (names.length > 0 ? names.join(' or ') : 'no one');
