import { visible } from '../diagnostics/visible.js';
import { operationFacts, shapeFacts, type FactEntry } from '../model/facts.js';
import type { Model } from '../model/model.js';
import type { Selection } from './select.js';

/** The facts of the named operation or shape, each with its id, its value, and where and how it is known. */
export function factsOfSelection({ services }: Model, { operation, shape }: Selection): string {
  const facts = services.flatMap((service) => [
    ...service.operations.filter(({ name }) => name === operation).flatMap((one) => [...operationFacts(one)]),
    ...service.shapes.filter(({ name }) => name === shape).flatMap((one) => [...shapeFacts(one)]),
  ]);
  if (facts.length === 0) return '';
  const rows = facts.map(row);
  const widths = [0, 1].map((column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const lines = rows.map(
    ([id, value, place]) => `  ${id.padEnd(widths[0] ?? 0)}  ${value.padEnd(widths[1] ?? 0)}  ${place}`,
  );
  return `\nFacts\n${lines.join('\n')}\n`;
}

/** Longer values are cut, so that places stay in sight. */
const valueWidth = 48;

function row({ id, value, source, known }: FactEntry): [string, string, string] {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const short = text.length > valueWidth ? `${text.slice(0, valueWidth - 3)}...` : text;
  return [
    visible(id),
    visible(short),
    visible(`${source.file}:${source.line}${known === 'stated' ? '' : ` (${known})`}`),
  ];
}
