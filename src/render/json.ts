const width = 110;

/** Which of two keys of one object stands first. */
export type KeyOrder = (one: string, other: string) => number;

/**
 * JSON for people: what fits into a line stands in one, keys in the given order or in their own. Ends with a line break.
 * It is written here, and not by a library, because models run to many megabytes: each value is printed once, and the
 * order of keys is found once for all objects that have the same.
 */
export function printJson(value: unknown, order?: KeyOrder): string {
  return `${createPrinter(order)(value, '', 0).text}\n`;
}

interface Printed {
  readonly text: string;
  readonly lines: boolean;
}

/** Prints a value where `indent` leads; `before` is what already stands in its first line. */
type Print = (value: unknown, indent: string, before: number) => Printed;

function createPrinter(order: KeyOrder | undefined): Print {
  const keysOf = createKeys(order);
  const print: Print = (value, indent, before) => {
    if (typeof value !== 'object' || value === null)
      return { text: JSON.stringify(value) ?? 'null', lines: false };
    const inner = `${indent}  `;
    if (Array.isArray(value)) {
      const items = value.map((item: unknown) => print(item, inner, 0));
      return join(items, '[', ']', indent, before);
    }
    const fields: Record<string, unknown> = { ...value };
    const items = keysOf(fields).map((key) => {
      const start = `${JSON.stringify(key)}: `;
      const { text, lines } = print(fields[key], inner, start.length);
      return { text: start + text, lines };
    });
    return join(items, '{ ', ' }', indent, before);
  };
  return print;
}

function join(
  items: readonly Printed[],
  open: string,
  close: string,
  indent: string,
  before: number,
): Printed {
  if (items.length === 0) return { text: open.trim() + close.trim(), lines: false };
  let length = indent.length + before + open.length + close.length + 1;
  for (const { text } of items) length += text.length + 2;
  if (length - 2 <= width && !items.some(({ lines }) => lines)) {
    return { text: open + items.map(({ text }) => text).join(', ') + close, lines: false };
  }
  const inner = `\n${indent}  `;
  const text = items.map((item) => item.text).join(`,${inner}`);
  return { text: `${open.trim()}${inner}${text}\n${indent}${close.trim()}`, lines: true };
}

/** The keys of an object that have a value, in order. */
function createKeys(
  order: KeyOrder | undefined,
): (fields: Readonly<Record<string, unknown>>) => readonly string[] {
  const sorted = new Map<string, readonly string[]>();
  return (fields) => {
    const keys = Object.keys(fields).filter((key) => fields[key] !== undefined);
    if (!order) return keys;
    const id = keys.join('\0');
    const known = sorted.get(id) ?? keys.sort(order);
    sorted.set(id, known);
    return known;
  };
}
