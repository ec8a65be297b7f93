import type { SyntaxMessage, SyntaxValue } from '../model/fragments.js';
import { fact } from '../model/fragments.js';
import type { Member, Shape } from '../model/model.js';
import type { Type } from '../model/types.js';
import { membersOfOperation, outputOf } from '../model/walk.js';
import type { LinkedOperation } from './nested-syntax.js';
import { namesakeOf, type ShownStructure } from './shown-namesakes.js';
import { typeFromSyntax } from './syntax-types.js';

/**
 * Shapes that no page describes, as far as syntax blocks show their members: names and the kinds of values, nothing of
 * constraints. A structure within such a shape has no name: it is what other members of its name hold where they look
 * the same, and becomes a document otherwise.
 */
export function shapesFromSyntax(
  linked: readonly LinkedOperation[],
  described: readonly Shape[],
): ReadonlyMap<string, Shape> {
  const shapes = new Map(described.map((shape) => [shape.name, shape]));
  const found = new Map<string, ShownStructure>();
  const finder = new StructureFinder(shapes, (target, shown) => {
    if (!shapes.has(target) && !found.has(target)) found.set(target, shown);
  });
  for (const { operation, page } of linked) {
    if (page.name === undefined) continue;
    finder.message(operation.input, page.request);
    finder.message(outputOf(operation), page.responses[0]?.syntax);
  }
  if (found.size === 0) return new Map();
  const members = [
    ...linked.flatMap(({ operation }) => membersOfOperation(operation)),
    ...described.flatMap((shape) => shape.members),
  ];
  const names = (target: string): readonly string[] | undefined =>
    (shapes.get(target) ?? found.get(target))?.members.map(({ name }) => name);
  const namesake = namesakeOf(members, names);
  return new Map([...found].map(([name, shown]) => [name, shapeOf(name, shown, namesake)]));
}

/** Finds every structure that a syntax block shows and a type refers to by name. */
class StructureFinder {
  private readonly shapes: ReadonlyMap<string, Shape>;
  private readonly tell: (target: string, shown: ShownStructure) => void;

  constructor(shapes: ReadonlyMap<string, Shape>, tell: (target: string, shown: ShownStructure) => void) {
    this.shapes = shapes;
    this.tell = tell;
  }

  message(members: readonly Member[], syntax: SyntaxMessage | undefined): void {
    if (syntax?.body?.kind === 'structure') this.members(members, syntax.body);
  }

  private members(members: readonly Member[], shown: ShownStructure): void {
    for (const { name, value } of shown.members) {
      const member = members.find((other) => other.name === name);
      if (member) this.value(member.type, value);
    }
  }

  private value(type: Type, value: SyntaxValue): void {
    if (type.kind === 'list' && value.kind === 'list') this.value(type.element, value.element);
    else if (type.kind === 'map' && value.kind === 'map') this.value(type.value, value.value);
    else if (type.kind === 'reference' && value.kind === 'structure') {
      this.tell(type.target, value);
      this.members(this.shapes.get(type.target)?.members ?? [], value);
    }
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
