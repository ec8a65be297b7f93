import { SERVICE_FACTS } from '../../model/facts.js';
import type { Model, Service } from '../../model/model.js';
import type { Change } from '../change.js';
import type { RuleId } from '../rules.js';
import { comparisonOf } from './context.js';
import { fromTo, judge, side, sideOf, type Finding } from './finding.js';
import { compareOperations } from './operations.js';
import { pairShapes } from './renames.js';
import { compareErrors, compareShapes } from './shapes.js';

/** Every difference between two models, each judged by the rules; nothing where they say the same in any order. */
export const compareModels = (before: Model, after: Model): readonly Change[] =>
  [...findings(before.services, after.services)].map(judge);

/** Every difference between two services. */
export const compareServices = (before: Service, after: Service): readonly Change[] =>
  [...inServices(before, after)].map(judge);

function* findings(before: readonly Service[], after: readonly Service[]): Generator<Finding> {
  const [old, now] = [before[0], after[0]];
  if (old && now && before.length === 1 && after.length === 1) return yield* inServices(old, now);
  const news = new Map(after.map((service) => [service.id, service]));
  for (const service of before) {
    const other = news.get(service.id);
    news.delete(service.id);
    if (other) yield* inServices(service, other);
    else yield { rule: 'service-removed', fact: service.id, before: sideOf(service.title) };
  }
  for (const service of news.values()) {
    yield { rule: 'service-added', fact: service.id, after: sideOf(service.title) };
  }
}

function* inServices(before: Service, after: Service): Generator<Finding> {
  const shapes = pairShapes(before, after);
  const renamed = shapes.pairs.map(({ old, now }) => [old.name, now.name] as const);
  const comparison = comparisonOf(before, after, new Map(renamed));
  yield* compareFacts(before, after);
  yield* compareOperations(before.operations, after.operations, comparison);
  yield* compareShapes(shapes, comparison);
  yield* compareErrors(before, after, comparison);
}

const SERVICE_RULES = {
  title: 'service-described-otherwise',
  catalogueId: 'service-described-otherwise',
  apiVersion: 'service-described-otherwise',
  protocol: 'protocol-changed',
  targetPrefix: 'protocol-changed',
  endpointPrefix: 'endpoint-changed',
  signingName: 'endpoint-changed',
} as const satisfies Record<(typeof SERVICE_FACTS)[number], RuleId>;

function* compareFacts(before: Service, after: Service): Generator<Finding> {
  for (const key of SERVICE_FACTS) {
    const [old, now] = [before[key], after[key]];
    if (old?.value === now?.value) continue;
    const sides = { before: old && side(old.value, old), after: now && side(now.value, now) };
    yield {
      rule: SERVICE_RULES[key],
      fact: `service.${key}`,
      ...sides,
      detail: fromTo(old?.value, now?.value),
    };
  }
}
