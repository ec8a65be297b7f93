import type { OperationFragment, SyntaxMessage, SyntaxValue } from '../ir/fragments.js';
import { fact } from '../ir/fragments.js';
import type { Member, Operation, Shape } from '../ir/model.js';
import type { Type } from '../ir/types.js';
import { namesakeOf, type ShownStructure } from './shown-namesakes.js';
import { typeFromSyntax } from './syntax-types.js';

/**
 * Shapes that no page describes, as far as syntax blocks show their members: names and the kinds of values, nothing of
 * constraints. A structure within such a shape has no name: it is what other members of its name hold where they look
 * the same, and becomes a document otherwise.
 */
export function shapesFromSyntax(
  operations: readonly Operation[],
  pages: readonly OperationFragment[],
  described: readonly Shape[],
): ReadonlyMap<string, Shape> {
  const shapes = new Map(described.map((shape) => [shape.name, shape]));
  const found = new Map<string, ShownStructure>();
  for (const page of pages) {
    const operation = operations.find(({ name }) => name === page.name);
    if (!operation) continue;
    for (const [target, value] of [
      ...shownIn(operation.input, page.request, shapes),
      ...shownIn(operation.output, page.response, shapes),
    ]) {
      if (!shapes.has(target) && !found.has(target)) found.set(target, value);
    }
  }
  const members = [
    ...operations.flatMap(({ input, output }) => [...input, ...output]),
    ...described.flatMap((shape) => shape.members),
  ];
  const names = (target: string): readonly string[] | undefined =>
    (shapes.get(target) ?? found.get(target))?.members.map(({ name }) => name);
  const namesake = namesakeOf(members, names);
  return new Map([...found].map(([name, shown]) => [name, shapeOf(name, shown, namesake)]));
}

function* shownIn(
  members: readonly Member[],
  syntax: SyntaxMessage | undefined,
  shapes: ReadonlyMap<string, Shape>,
): Iterable<[string, ShownStructure]> {
  if (syntax?.body?.kind === 'structure') yield* shownMembers(members, syntax.body, shapes);
}

function* shownMembers(
  members: readonly Member[],
  shown: ShownStructure,
  shapes: ReadonlyMap<string, Shape>,
): Iterable<[string, ShownStructure]> {
  const byName = new Map(members.map((member) => [member.name, member]));
  for (const { name, value } of shown.members) {
    const member = byName.get(name);
    if (member) yield* shownStructures(member.type, value, shapes);
  }
}

/** Every structure within a value that a type refers to by name. */
function* shownStructures(
  type: Type,
  value: SyntaxValue,
  shapes: ReadonlyMap<string, Shape>,
): Iterable<[string, ShownStructure]> {
  if (type.kind === 'list' && value.kind === 'list')
    yield* shownStructures(type.element, value.element, shapes);
  else if (type.kind === 'map' && value.kind === 'map')
    yield* shownStructures(type.value, value.value, shapes);
  else if (type.kind === 'reference' && value.kind === 'structure') {
    yield [type.target, value];
    yield* shownMembers(shapes.get(type.target)?.members ?? [], value, shapes);
  }
}

const shapeOf = (name: string, shown: ShownStructure, namesake: ReturnType<typeof namesakeOf>): Shape => ({
  kind: 'structure',
  name,
  members: shown.members.map((member) => ({
    name: member.name,
    wireName: member.name,
    location: fact('body', member.source, 'syntax'),
    type: namesake(member) ?? typeFromSyntax(member.value),
    source: member.source,
    known: 'syntax',
  })),
  source: shown.source,
  known: 'syntax',
});
