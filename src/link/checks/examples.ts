import type { Report } from '../../diagnostics/report.js';
import type { SourceRange } from '../../diagnostics/position.js';
import type { Example, JsonValue, Member, Service, Shape } from '../../model/model.js';
import type { Type } from '../../model/types.js';
import { outputOf, shapesByName } from '../../model/walk.js';
import { violation } from './satisfies.js';

/** Finds values in example bodies that the members' own constraints rule out. */
export function checkExamples(service: Service, report: Report): void {
  const shapes = shapesByName(service);
  for (const operation of service.operations) {
    for (const example of operation.examples) {
      const body = bodyOf(example);
      if (!isObject(body)) continue;
      const members = example.kind === 'request' ? operation.input : outputOf(operation);
      const inBody = members.filter(({ location }) => location.value === 'body');
      const found = (name: string, value: JsonValue, wrong: string) => {
        report(
          'example-outside',
          { operation: operation.name, member: name, value: printed(value), wrong },
          lineOf(example, value),
        );
      };
      visitMembers(inBody, body, shapes, found, 0);
    }
  }
}

type Found = (name: string, value: JsonValue, wrong: string) => void;
type JsonObject = { readonly [key: string]: JsonValue };

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The JSON document of an example, behind headers if there are any; nothing where it is none. */
function bodyOf(example: Example): JsonValue | undefined {
  if (example.kind === 'text') return undefined;
  const start = example.text.indexOf('{');
  if (start < 0) return undefined;
  try {
    return JSON.parse(example.text.slice(start)) as JsonValue;
  } catch {
    return undefined;
  }
}

function visitMembers(
  members: readonly Member[],
  body: JsonObject,
  shapes: ReadonlyMap<string, Shape>,
  found: Found,
  depth: number,
): void {
  for (const { name, wireName, type } of members) {
    const value = Object.hasOwn(body, wireName) ? body[wireName] : undefined;
    if (value !== undefined) visit(name, type, value, shapes, found, depth);
  }
}

const MAX_DEPTH = 32;

function visit(
  name: string,
  type: Type,
  value: JsonValue,
  shapes: ReadonlyMap<string, Shape>,
  found: Found,
  depth: number,
): void {
  if (depth > MAX_DEPTH) return;
  const wrong = violation(type, value);
  if (wrong !== undefined) found(name, value, wrong);
  if (type.kind === 'list' && Array.isArray(value)) {
    for (const element of value as readonly JsonValue[])
      visit(name, type.element, element, shapes, found, depth + 1);
  } else if (type.kind === 'map' && isObject(value)) {
    for (const [key, entry] of Object.entries(value)) {
      visit(name, type.key, key, shapes, found, depth + 1);
      visit(name, type.value, entry, shapes, found, depth + 1);
    }
  } else if (type.kind === 'reference' && isObject(value)) {
    visitMembers(shapes.get(type.target)?.members ?? [], value, shapes, found, depth + 1);
  }
}

const printed = (value: JsonValue): string => {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
};

/** The line of the example that holds the value, or the whole example where it stands on none alone. */
function lineOf(example: Example, value: JsonValue): SourceRange {
  const { file, line, column } = example.source;
  const text = JSON.stringify(value);
  const rows = example.text.split('\n');
  const row = rows.findIndex((candidate) => candidate.includes(text));
  const start = rows[row]?.indexOf(text) ?? -1;
  if (row < 0 || start < 0) return example.source;
  const first = (row === 0 ? column : 1) + start;
  return { file, line: line + row, column: first, endLine: line + row, endColumn: first + text.length };
}
