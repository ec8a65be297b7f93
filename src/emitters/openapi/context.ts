import type { Member, Shape } from '../../model/model.js';
import type { TimestampFormat } from '../../model/types.js';
import { shapesByName } from '../../model/walk.js';
import type { BoundService } from '../../ecosystems/protocol.js';
import { contextOf } from '../context.js';
import { type JsonSchema, type SchemaContext, schemaOf } from '../json-schema/types.js';
import { type Direction, twofoldShapes } from '../validators/definitions.js';
import type { ValidationPolicy } from '../validators/options.js';
import { type ComponentNames, nameComponents } from './names.js';
import { openApiStyle } from './style.js';

/** What every part of one document asks. */
export interface Api extends BoundService {
  readonly names: ComponentNames;
  readonly shapes: ReadonlyMap<string, Shape>;
  /** The shapes whose schema differs by direction. */
  readonly twofold: ReadonlySet<string>;
  /** Which way the one schema of every other shape goes. */
  directionOf(shape: string): Direction;
  /** How schemas are made of what travels in this direction, where timestamps are written so. */
  schemas(direction: Direction, timestampFormat?: TimestampFormat): SchemaContext;
}

/** How HTTP bindings write timestamps outside of bodies: https://smithy.io/2.0/spec/http-bindings.html. */
export const outsideBody = { header: 'httpDate', query: 'dateTime', label: 'dateTime' } as const;

export function apiOf(bound: BoundService, policy: ValidationPolicy = {}): Api {
  const context = contextOf(bound.service);
  const { directions, naming } = context;
  const names = nameComponents(bound.service, naming);
  const twofold = twofoldShapes(context, policy);
  const nameFor = (shape: string, direction: Direction): string | undefined =>
    direction === 'output' && twofold.has(shape) ? names.receivedShape(shape) : names.shape(shape);
  return {
    ...bound,
    names,
    twofold,
    shapes: shapesByName(bound.service),
    directionOf: (shape) => (directions.sent.has(shape) ? 'input' : 'output'),
    schemas: (direction, timestampFormat = bound.protocol.timestampFormat) => ({
      style: openApiStyle,
      policy,
      direction,
      timestampFormat,
      pointerTo: (shape) => {
        const name = nameFor(shape, direction);
        return name === undefined ? undefined : schemaPointer(name);
      },
    }),
  };
}

export const schemaPointer = (component: string): string => `#/components/schemas/${component}`;

/** The schema of a member of the owner at a fact, such as `CreateUser.input`. */
export const memberSchema = (member: Member, owner: string, context: SchemaContext): JsonSchema =>
  schemaOf(member.type, `${owner}.${member.name}`, context);
