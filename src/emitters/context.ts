import { shapeDirections, type Directions } from '../model/walk.js';
import type { Service } from '../model/model.js';
import { shapesApart } from './directions.js';
import { nameService, type Naming } from './naming.js';

/** What every emitter asks about a service. */
export interface ServiceContext {
  readonly service: Service;
  readonly naming: Naming;
  readonly directions: Directions;
  /** The shapes that callers send in another form than they receive them. */
  readonly apart: ReadonlySet<string>;
}

const contexts = new WeakMap<Service, ServiceContext>();

/** The context of a service, made once. */
export function contextOf(service: Service): ServiceContext {
  const known = contexts.get(service);
  if (known) return known;
  const context = {
    service,
    naming: nameService(service),
    directions: shapeDirections(service),
    apart: shapesApart(service),
  };
  contexts.set(service, context);
  return context;
}
