import { SERVICE_FACTS } from '../../model/facts.js';
import type { JsonValue, Model, Service, Traits } from '../../model/model.js';
import type { Fact } from '../../model/provenance.js';
import type { Change } from '../change.js';
import type { RuleId } from '../rules.js';
import { compareAccess } from './access.js';
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
  apiVersion: 'service-described-otherwise',
  protocol: 'protocol-changed',
} as const satisfies Record<(typeof SERVICE_FACTS)[number], RuleId>;

/** Traits that say how requests are written, or what the service is; all others say where requests go. */
const TRAIT_RULES: { readonly [name: string]: RuleId } = {
  catalogueId: 'service-described-otherwise',
  targetPrefix: 'protocol-changed',
};

function* compareFacts(before: Service, after: Service): Generator<Finding> {
  for (const key of SERVICE_FACTS) {
    yield* compareFact(SERVICE_RULES[key], `service.${key}`, before[key], after[key]);
  }
  const [old, now] = [traitsOf(before), traitsOf(after)];
  for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
    yield* compareFact(TRAIT_RULES[key] ?? 'endpoint-changed', `service.${key}`, old[key], now[key]);
  }
  yield* compareAccess(before, after);
}

const traitsOf = ({ traits }: Service): Traits[string] => Object.assign({}, ...Object.values(traits ?? {}));

function* compareFact(
  rule: RuleId,
  fact: string,
  old: Fact<JsonValue> | undefined,
  now: Fact<JsonValue> | undefined,
): Generator<Finding> {
  const [was, is] = [old && textOf(old.value), now && textOf(now.value)];
  if (was === is) return;
  const sides = {
    before: old && side(textOf(old.value), old),
    after: now && side(textOf(now.value), now),
  };
  yield { rule, fact, ...sides, detail: fromTo(was, is) };
}

const textOf = (value: JsonValue): string => (typeof value === 'string' ? value : printJson(value));
const printJson = (value: JsonValue): string => JSON.stringify(value);
