import type { Report } from '../diagnostics/report.js';
import type { SourceRange } from '../diagnostics/position.js';
import { fact, type OperationFragment, type SyntaxMessage, type SyntaxValue } from '../model/fragments.js';
import type { Member, Operation, Shape } from '../model/model.js';
import type { Fact } from '../model/provenance.js';
import type { TimestampFormat, Type } from '../model/types.js';
import { outputOf } from '../model/walk.js';
import { agrees } from './syntax-types.js';

/** An operation with the page that describes it. */
export interface LinkedOperation {
  readonly operation: Operation;
  readonly page: OperationFragment;
}

/** What the syntax blocks of all operations show of the members of shapes. */
export interface ShownShapes {
  /** The format of timestamps that are shown as strings, by `Shape.member`. */
  readonly formats: ReadonlyMap<string, Fact<TimestampFormat>>;
  /** Every member that a block shows, by `Shape.member`. */
  readonly members: ReadonlySet<string>;
}

/**
 * Holds the insides of syntax blocks against the pages of the types: a member shown but not described, or described
 * but not shown, and types that disagree are reported, once for each member of a shape.
 */
export function compareNestedSyntax(
  linked: readonly LinkedOperation[],
  shapes: readonly Shape[],
  report: Report,
): ShownShapes {
  const visitor = new SyntaxVisitor(shapes, report);
  for (const { operation, page } of linked) {
    if (page.name === undefined) continue;
    visitor.message(operation.input, page.request);
    visitor.message(outputOf(operation), page.responses[0]?.syntax);
  }
  return visitor;
}

class SyntaxVisitor implements ShownShapes {
  readonly members = new Set<string>();
  readonly formats = new Map<string, Fact<TimestampFormat>>();
  private readonly reported = new Set<string>();
  private readonly shapes: ReadonlyMap<string, Shape>;
  private readonly report: Report;

  constructor(shapes: readonly Shape[], report: Report) {
    this.shapes = new Map(shapes.map((shape) => [shape.name, shape]));
    this.report = report;
  }

  message(members: readonly Member[], syntax: SyntaxMessage | undefined): void {
    if (syntax?.body?.kind !== 'structure') return;
    for (const { name, value } of syntax.body.members) {
      const member = members.find((other) => other.name === name);
      if (member) this.value(member.type, value);
    }
  }

  private value(type: Type, value: SyntaxValue): void {
    if (type.kind === 'list' && value.kind === 'list') this.value(type.element, value.element);
    else if (type.kind === 'map' && value.kind === 'map') this.value(type.value, value.value);
    else if (type.kind === 'reference' && value.kind === 'structure') {
      const shape = this.shapes.get(type.target);
      if (shape && shape.known === 'stated') this.structure(shape, value);
    }
  }

  private structure(shape: Shape, shown: Extract<SyntaxValue, { kind: 'structure' }>): void {
    for (const { name, value, source } of shown.members) {
      const member = shape.members.find((other) => other.name === name);
      if (member) this.member(shape, member, value);
      else
        this.once(`${shape.name}.${name}`, () => {
          this.report('shape-member-not-described', { shape: shape.name, member: name }, source, at(shape));
        });
    }
    for (const { name, source } of shape.members) {
      if (shown.members.some((other) => other.name === name)) continue;
      this.once(`${shape.name}.${name}`, () => {
        this.report('shape-member-not-shown', { shape: shape.name, member: name }, source, [
          { message: `the syntax block shows ${shape.name} here`, source: shown.source },
        ]);
      });
    }
  }

  private member(shape: Shape, member: Member, value: SyntaxValue): void {
    const key = `${shape.name}.${member.name}`;
    this.members.add(key);
    if (!agrees(member.type, value)) {
      this.once(key, () => {
        this.report('type-disagrees', { member: key, type: member.type.kind }, member.type.source, [
          { message: 'a syntax block shows it so', source: value.source },
        ]);
      });
    }
    const format = shownFormat(member.type, value);
    if (format) this.formats.set(key, format);
    this.value(member.type, value);
  }

  private once(key: string, report: () => void): void {
    if (this.reported.has(key)) return;
    this.reported.add(key);
    report();
  }
}

const at = ({ name, source }: Shape): { message: string; source: SourceRange }[] => [
  { message: `the page of ${name}`, source },
];

/** Timestamps travel as numbers unless a block shows a string. */
export function shownFormat(type: Type, value: SyntaxValue): Fact<TimestampFormat> | undefined {
  if (type.kind === 'list' && value.kind === 'list') return shownFormat(type.element, value.element);
  if (type.kind === 'map' && value.kind === 'map') return shownFormat(type.value, value.value);
  const string = type.kind === 'timestamp' && value.kind === 'scalar' && value.word === 'string';
  return string ? fact('dateTime', value.source, 'syntax') : undefined;
}

/** The type with the format on the timestamps within it that have none. */
export function withFormat(type: Type, format: Fact<TimestampFormat> | undefined): Type {
  if (!format) return type;
  if (type.kind === 'timestamp') return { ...type, format: type.format ?? format };
  if (type.kind === 'list') return { ...type, element: withFormat(type.element, format) };
  return type.kind === 'map' ? { ...type, value: withFormat(type.value, format) } : type;
}
