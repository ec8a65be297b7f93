import type { Report } from '../../diagnostics/report.js';
import { factsOf } from '../../model/facts.js';
import { membersOfOperation } from '../../model/walk.js';
import type { Service } from '../../model/model.js';
import { byName } from '../../base/compare.js';
import { changeInContainer } from './in-container.js';
import { changeNamed } from './in-service.js';
import type { Override } from '../../model/overrides.js';
import type { LinkRules } from '../rules.js';
import { OverrideProblem } from './values.js';

/**
 * Changes the model as the configuration asks. Each changed fact is known as `override`, stated in the configuration.
 * An override whose target is gone, that changes nothing any more, or that asks for what cannot be, is reported and
 * left out.
 */
export function applyOverrides(
  service: Service,
  overrides: readonly Override[],
  report: Report,
  rules: Pick<LinkRules, 'settableTraits'>,
): Service {
  let current = service;
  for (const override of overrides) current = applyOverride(current, override, report, rules);
  return {
    ...current,
    operations: [...current.operations].sort(byName),
    shapes: [...current.shapes].sort(byName),
    errors: [...current.errors].sort(byName),
  };
}

function applyOverride(
  service: Service,
  override: Override,
  report: Report,
  { settableTraits }: Pick<LinkRules, 'settableTraits'>,
): Service {
  try {
    const changed = changeInContainer(service, override) ?? changeNamed(service, override, settableTraits);
    if (!changed) {
      report(
        'override-target-missing',
        { id: override.id, similar: similarIds(service, override.id) },
        override.source,
      );
      return service;
    }
    if (fingerprint(changed) === fingerprint(service)) {
      report('override-unneeded', { id: override.id, reason: override.reason }, override.source);
    }
    return changed;
  } catch (problem) {
    if (!(problem instanceof OverrideProblem)) throw problem;
    report('override-invalid', { id: override.id, expected: problem.message }, override.source);
    return service;
  }
}

/** What the service says, without where. */
const fingerprint = (service: Service): string =>
  [...factsOf(service)].map(({ id, value }) => `${id}=${JSON.stringify(value)}`).join('\n') +
  service.operations
    .flatMap(membersOfOperation)
    .map(({ description }) => description)
    .join('\n') +
  service.shapes
    .flatMap(({ members }) => members)
    .map(({ description }) => description)
    .join('\n');

/** Ids of facts that end like the missing one: what a renamed operation or member leaves. */
function similarIds(service: Service, id: string): readonly string[] {
  const parts = id.split('.');
  const tail = parts.slice(-2).join('.').toLowerCase();
  const found = [...factsOf(service)]
    .map((fact) => fact.id)
    .filter((other) => other.toLowerCase().endsWith(tail));
  return found.slice(0, 3);
}
