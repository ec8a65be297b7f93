import type { Member, Service, Shape } from '../../model/model.js';
import type { TimestampFormat } from '../../model/types.js';
import { membersOfOperation, referencesOf, shapesByName } from '../../model/walk.js';
import type { BoundService } from '../../ecosystems/ecosystem.js';
import { contextOf } from '../context.js';
import type { SchemaContext } from '../json-schema/types.js';
import { type Direction, hasValues, twofoldShapes } from '../validators/definitions.js';
import type { ValidationPolicy } from '../validators/options.js';
import { discriminated } from './discriminator.js';
import { objectSchema } from './member-schemas.js';
import { hasWidths } from '../widths.js';
import { type ComponentNames, nameComponents } from './names.js';
import { plainStyle, smithyStyle } from './style.js';

/** What every part of one document asks. */
export interface Api extends BoundService {
  readonly names: ComponentNames;
  readonly shapes: ReadonlyMap<string, Shape>;
  /** The shapes whose schema differs by direction. */
  readonly twofold: ReadonlySet<string>;
  /** The shapes that are written where they are used. */
  readonly inline: ReadonlySet<string>;
  /** Numbers have widths, and lists of values may grow, as Smithy means them. */
  readonly isSmithy: boolean;
  /** Which way the one schema of every other shape goes. */
  directionOf(shape: string): Direction;
  /** How schemas are made of what travels in this direction, where timestamps are written so. */
  schemas(direction: Direction, timestampFormat?: TimestampFormat): SchemaContext;
}

/** How HTTP bindings write timestamps outside of bodies: https://smithy.io/2.0/spec/http-bindings.html. */
export const outsideBody = {
  header: 'httpDate',
  query: 'dateTime',
  label: 'dateTime',
  cookie: 'dateTime',
} as const;

export function apiOf(bound: BoundService, policy: ValidationPolicy = {}): Api {
  const context = contextOf(bound.service);
  const { directions, naming } = context;
  const isSmithy = hasWidths(bound.protocol);
  const twofold = twofoldShapes(context, policy, isSmithy ? hasValues : () => false);
  const shapes = shapesByName(bound.service);
  const api: Api = {
    ...bound,
    names: nameComponents(bound.service, naming),
    twofold,
    shapes,
    inline: inlineShapes(bound.service, twofold),
    isSmithy,
    directionOf: (shape) => (directions.sent.has(shape) ? 'input' : 'output'),
    schemas: (direction, timestampFormat = bound.protocol.timestampFormat) =>
      schemaContext(api, policy, direction, timestampFormat),
  };
  return api;
}

function schemaContext(
  { names, twofold, shapes, inline, isSmithy }: Api,
  policy: ValidationPolicy,
  direction: Direction,
  timestampFormat: TimestampFormat,
): SchemaContext {
  const context: SchemaContext = {
    style: isSmithy ? smithyStyle : plainStyle,
    policy,
    direction,
    timestampFormat,
    pointerTo: (shape) => {
      const isOther = direction === 'output' && twofold.has(shape);
      const name = isOther ? names.receivedShape(shape) : names.shape(shape);
      return name === undefined ? undefined : schemaPointer(name);
    },
    inline: (name) => {
      const shape = inline.has(name) ? shapes.get(name) : undefined;
      return shape && objectSchema(shape.members, shape.name, context);
    },
    oneOf: (type, variants) => discriminated(type, variants, shapes),
  };
  return context;
}

/** Structures that one member describes and that hold no others: a name for each would be more to read, not less. */
function inlineShapes(service: Service, twofold: ReadonlySet<string>): ReadonlySet<string> {
  const uses = new Map<string, number>();
  for (const name of [...allMembers(service)].flatMap(({ type }) => referencesOf(type)))
    uses.set(name, (uses.get(name) ?? 0) + 1);
  const isSimple = ({ name, kind, inline, members }: Shape): boolean =>
    inline === true &&
    kind === 'structure' &&
    uses.get(name) === 1 &&
    !twofold.has(name) &&
    members.every(({ type }) => referencesOf(type).length === 0);
  return new Set(service.shapes.filter(isSimple).map(({ name }) => name));
}

const allMembers = ({ operations, shapes, errors }: Service): readonly Member[] => [
  ...operations.flatMap(membersOfOperation),
  ...[...shapes, ...errors].flatMap(({ members }) => members),
];

export const schemaPointer = (component: string): string => `#/components/schemas/${component}`;
