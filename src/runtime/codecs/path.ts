import { elementOf, own, placesOf, resolve } from '../schema/members.js';
import type { MemberSchema, OperationSchema } from '../schema/schema.js';
import { percentEncode, toText } from './scalars.js';

/** `{name}`, `{name+}` where it takes several segments, `{name?}` where it may be left out with the slash before it. */
const labels = /(\/?)\{([^}+?]+)([+?]?)\}/g;

/**
 * The path of an operation with its labels filled in and percent-encoded (RFC 3986, 3.3). Throws a `TypeError` where a
 * label is missing or would be taken for a step of the path.
 */
export function fillPath(operation: OperationSchema, input: unknown): string {
  const [path = '/'] = /^(?:[^?]|\?\})*/.exec(operation.uri) ?? [];
  return path.replace(labels, (_, slash: string, label: string, kind: string) => {
    const [name, member] = memberOf(operation, label);
    const text = labelText(member, own(input, name));
    if (text === '' && kind === '?') return '';
    const encoded = kind === '+' ? text.split('/').map(percentEncode).join('/') : percentEncode(text);
    if (!/^$|(^|\/)\.\.?(\/|$)/.test(encoded)) return slash + encoded;
    throw new TypeError(`${operation.name}: ${name} cannot stand in a path: "${text}"`);
  });
}

function memberOf({ input }: OperationSchema, label: string): readonly [string, MemberSchema] {
  const found = placesOf(input).label.find(([name, { wire = name }]) => wire === label);
  return found ?? [label, { schema: 'string' }];
}

/** Elements of a list are separated by commas, as those of OpenAPI's style `simple` are. */
function labelText({ schema }: MemberSchema, value: unknown): string {
  if (value === undefined) return '';
  const element = elementOf(schema);
  if (!element || !Array.isArray(value)) return toText(resolve(schema), value, 'dateTime');
  return value.map((item: unknown) => toText(element, item, 'dateTime')).join(',');
}
