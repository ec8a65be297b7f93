import { groupBy } from '../base/group-by.js';
import { visible } from '../diagnostics/visible.js';
import { factsOf, type FactEntry } from '../model/facts.js';
import type { Service } from '../model/model.js';

/** What ids of facts end with, by what people call it. The name on the wire comes with the place. */
const KINDS: Readonly<Record<string, string>> = {
  type: 'type',
  location: 'place',
  required: 'requiredness',
  uri: 'path',
  method: 'method',
  values: 'list of values',
  mediaTypes: 'media type',
};

const kindOf = ({ id }: FactEntry): string | undefined => KINDS[id.slice(id.lastIndexOf('.') + 1)];

/** The facts that no page states: examples show them, or they follow from what pages say. */
export const inferredFacts = (service: Service): readonly FactEntry[] =>
  [...factsOf(service)].filter(
    (entry) => (entry.known === 'example' || entry.known === 'inferred') && kindOf(entry) !== undefined,
  );

/** What the summary of a run tells of a service. */
export const countsOfService = (service: Service) => ({
  id: service.id,
  operations: service.operations.length,
  shapes: service.shapes.length,
  inferred: inferredFacts(service).length,
});

/** Facts that are listed without `--inferred`. */
const listed = 5;

/** How many facts no page states, by kind; and some of them, or all, with where they come from. */
export function inferredText(services: readonly Service[], all: boolean): string {
  const facts = services.flatMap(inferredFacts);
  if (facts.length === 0) return all ? '\nEvery fact is stated.\n' : '';
  const counts = [...groupBy(facts, (entry) => `${kindOf(entry) ?? ''} ${byWhat(entry)}`)]
    .map(([kind, { length }]) => `${length} ${kind}`)
    .join(', ');
  const shown = all ? facts : facts.slice(0, listed);
  const left = facts.length - shown.length;
  return `\n${[
    `Not stated  ${facts.length} facts: ${counts}`,
    ...shown.map(factLine),
    ...(left > 0 ? [`  and ${left} more; --inferred lists them all`] : []),
  ].join('\n')}\n`;
}

const byWhat = ({ known }: FactEntry): string => (known === 'example' ? 'from examples' : 'inferred');

const factLine = ({ id, value, source, known }: FactEntry): string =>
  visible(`  ${id} = ${JSON.stringify(value)}  ${source.file}:${source.line} (${known})`);
