import type { Member, Operation, Service, Shape } from '../../src/model/model.js';
import type { Type } from '../../src/model/types.js';
import { outputOf, shapesByName } from '../../src/model/walk.js';
import type { Difference } from './report.js';
import type { OfficialKind, OfficialMember, OfficialOperation, OfficialType } from './official-shapes.js';

/**
 * What the official client's own model has and the pages have not (`+`), or the other way round (`-`), a line each:
 * `+ CreateUser`, `- CreateUser.input Nickname`, `+ User Pronouns`. The two were published on different days, so this is the
 * evidence that a difference on the wire is the day's, and not the generator's.
 */
export function changesOf(
  service: Service,
  operations: ReadonlyMap<string, OfficialOperation>,
): readonly string[] {
  const shapes = shapesByName(service);
  const found = new Set<string>();
  const known = new Set(service.operations.map(({ name }) => name));
  for (const name of operations.keys()) if (!known.has(name)) found.add(`+ ${name}`);
  const visited = new Set<string>();
  for (const operation of service.operations) {
    const official = operations.get(operation.name);
    if (!official) found.add(`- ${operation.name}`);
    else for (const line of operationChanges(operation, official, shapes, visited)) found.add(line);
  }
  return [...found].sort();
}

function operationChanges(
  operation: Operation,
  official: OfficialOperation,
  shapes: ReadonlyMap<string, Shape>,
  visited: Set<string>,
): readonly string[] {
  const { name, http } = operation;
  const stated = http && `${http.method.value} ${pathOf(http.uri.value)}`;
  const theirs = `${official.method} ${pathOf(official.uri)}`;
  return [
    ...(stated && stated !== theirs ? [`~ ${name} ${stated} is ${theirs}`] : []),
    ...memberChanges(`${name}.input`, operation.input, labelled(official, operation), shapes, visited),
    ...memberChanges(`${name}.output`, outputOf(operation), official.output, shapes, visited),
  ];
}

/** A path with labels that are counted, not named, and without a slash at the end. */
const pathOf = (uri: string): string =>
  (uri.split('?')[0] ?? '').replace(/\{[^}+]+/g, '{').replace(/(.)\/$/, '$1');

const labelsOf = (uri: string): readonly string[] =>
  [...uri.matchAll(/\{([^}+]+)\+?\}/g)].map(([, name = '']) => name);

/** The input members, with labels by the names that the page gives them: only their place in the path counts. */
function labelled({ uri, input }: OfficialOperation, { http }: Operation): readonly OfficialMember[] {
  const theirs = labelsOf(uri);
  const ours = labelsOf(http?.uri.value ?? '');
  return input.map((member) =>
    member.location === 'label'
      ? { ...member, wire: ours[theirs.indexOf(member.wire)] ?? member.wire }
      : member,
  );
}

const id = ({ location, wire }: { location: string; wire: string }): string =>
  location === 'header' || location === 'prefixHeaders'
    ? `${location} ${wire.toLowerCase()}`
    : `${location} ${wire}`;

const pageId = ({ location, wireName }: Member): string => id({ location: location.value, wire: wireName });

function memberChanges(
  owner: string,
  members: readonly Member[],
  official: readonly OfficialMember[],
  shapes: ReadonlyMap<string, Shape>,
  visited: Set<string>,
): readonly string[] {
  const theirs = new Map(official.map((member) => [id(member), member]));
  const ours = new Set(members.map(pageId));
  const added = official.filter((member) => !ours.has(id(member)));
  return [
    ...added.map((member) => `+ ${owner} ${placed(member.location, member.name)}`),
    ...members.flatMap((member) => {
      const other = theirs.get(pageId(member));
      if (!other) return [`- ${owner} ${placed(member.location.value, member.name)}`];
      const renamed = other.name === member.name ? [] : [`~ ${owner} ${member.name} is ${other.name}`];
      const filled = member.idempotencyToken?.value ?? false;
      const token =
        filled === other.token
          ? []
          : [`~ ${owner} ${member.name}: ${tokenWord(filled)} is ${tokenWord(other.token)}`];
      return [
        ...renamed,
        ...token,
        ...typeChanges(`${owner} ${member.name}`, member.type, other.type, shapes, visited),
      ];
    }),
  ];
}

const tokenWord = (filled: boolean): string => (filled ? 'token' : 'no token');

const placed = (location: string, name: string): string =>
  location === 'body' ? name : `${name} (${location})`;

function typeChanges(
  place: string,
  type: Type,
  official: OfficialType,
  shapes: ReadonlyMap<string, Shape>,
  visited: Set<string>,
): readonly string[] {
  const kind = kindOf(type);
  if (kind !== official.kind) return [`~ ${place}: ${kind} is ${official.kind}`];
  const element = official.element();
  if (type.kind === 'list' && element)
    return typeChanges(`${place}[]`, type.element, element, shapes, visited);
  if (type.kind === 'map' && element) return typeChanges(`${place}{}`, type.value, element, shapes, visited);
  if (type.kind !== 'reference' || visited.has(type.target)) return [];
  visited.add(type.target);
  return memberChanges(
    type.target,
    shapes.get(type.target)?.members ?? [],
    official.members(),
    shapes,
    visited,
  );
}

function kindOf({ kind }: Type): OfficialKind {
  if (kind === 'integer' || kind === 'long' || kind === 'float' || kind === 'double') return 'number';
  if (kind === 'oneOf' || kind === 'unknown') return 'document';
  if (kind === 'file') return 'blob';
  return kind === 'reference' ? 'structure' : kind;
}

/** True where a difference is about an input or output member that only one of the two models has. */
export function isChange({ operation, aspect, path }: Difference, changes: readonly string[]): boolean {
  const name = path.replace(/^body\./, '').split(/[.[]/)[0] ?? '';
  const owner = `${operation}.${/request|input/.test(aspect) ? 'input' : 'output'}`;
  return changes.some(
    (line) => !line.startsWith('~') && line.replace(/ \(.*/, '').endsWith(` ${owner} ${name}`),
  );
}

/** How the official client calls the page's members, where it is not the same. */
export interface Names {
  readonly input: ReadonlyMap<string, string>;
  readonly output: ReadonlyMap<string, string>;
}

export const namesOf = (operation: Operation, official: OfficialOperation | undefined): Names => ({
  input: renamed(operation.input, official ? labelled(official, operation) : []),
  output: renamed(outputOf(operation), official?.output ?? []),
});

function renamed(
  members: readonly Member[],
  official: readonly OfficialMember[],
): ReadonlyMap<string, string> {
  const theirs = new Map(official.map((member) => [id(member), member.name]));
  return new Map(members.map((member) => [member.name, theirs.get(pageId(member)) ?? member.name]));
}
