const width = 110;

/** Which of two keys of one object stands first. */
export type KeyOrder = (one: string, other: string) => number;

/**
 * JSON for people: what fits into a line stands in one, keys in the given order or in their own. Ends with a line break.
 * It is written here, and not by a library, because models run to many megabytes: each value is printed once, and the
 * order of keys is found once for all objects that have the same.
 */
export function printJson(value: unknown, order?: KeyOrder): string {
  const output: Output = { pieces: [], done: [], fieldsOf: createFields(order) };
  print(value, 0, '', output);
  return [...output.done, ...output.pieces, '\n'].join('');
}

interface Output {
  /** What is printed: of each item three pieces, the way to its line, its key, and what it is, in one if that is a line. */
  readonly pieces: string[];
  /** What stands before them, in longer pieces. */
  readonly done: string[];
  readonly fieldsOf: (value: object) => readonly Field[];
}

/** A key, and the text that leads from it to its value. */
interface Field {
  readonly key: string;
  readonly start: string;
}

/**
 * Prints a value and gives its length; infinite where it takes several lines.
 * @param depth how deep inside other values it stands.
 * @param start what stands before it in its line.
 */
function print(value: unknown, depth: number, start: string, output: Output): number {
  if (Array.isArray(value)) return printItems(value, depth, start, output);
  if (typeof value === 'object' && value !== null) return printFields(value, depth, start, output);
  return printPiece(JSON.stringify(value) ?? 'null', output);
}

function printPiece(text: string, { pieces }: Output): number {
  pieces.push(text);
  return text.length;
}

function printItems(items: readonly unknown[], depth: number, start: string, output: Output): number {
  const from = output.pieces.length;
  const line = lineAt(depth + 1);
  let length = 0;
  for (const item of items) {
    output.pieces.push(length > 0 ? line : `[${line.slice(1)}`, '');
    length += print(item, depth + 1, '', output) + separator.length;
  }
  return close({ from, length, depth, start, open: '[', end: ']' }, output);
}

function printFields(value: object, depth: number, start: string, output: Output): number {
  const from = output.pieces.length;
  const line = lineAt(depth + 1);
  const fields: Readonly<Record<string, unknown>> = Object(value);
  let length = 0;
  for (const field of output.fieldsOf(value)) {
    const item = fields[field.key];
    if (item === undefined) continue;
    output.pieces.push(length > 0 ? line : `{${line.slice(1)}`, field.start);
    length += field.start.length + print(item, depth + 1, field.start, output) + separator.length;
  }
  return close({ from, length, depth, start, open: '{ ', end: ' }' }, output);
}

const separator = ', ';
const known: string[] = [];
/** What leads from an item to the line of the next. */
const lineAt = (depth: number): string => (known[depth] ??= `,\n${'  '.repeat(depth)}`);

/** A list or an object whose items are printed. */
interface Printed {
  /** The first of its pieces. */
  readonly from: number;
  /** Of all items, with a separator behind each. */
  readonly length: number;
  readonly depth: number;
  readonly start: string;
  readonly open: string;
  readonly end: string;
}

/** Prints what ends a list or an object; where all of it fits into a line, it becomes one piece. */
function close({ from, length, depth, start, open, end }: Printed, output: Output): number {
  if (length === 0) return printPiece(open.trim() + end.trim(), output);
  const whole = open.length + length - separator.length + end.length;
  const comma = 1;
  if (2 * depth + start.length + whole + comma <= width)
    return printPiece(open + inLine(output.pieces.splice(from)) + end, output);
  output.pieces.push(`${lineAt(depth).slice(1)}${end.trim()}`);
  if (output.pieces.length > manyPieces) output.done.push(output.pieces.splice(0).join(''));
  return Infinity;
}

/** As strings of their own, pieces take several times the memory of the text. */
const manyPieces = 10_000;

function inLine(pieces: readonly string[]): string {
  let line = '';
  for (let at = 0; at < pieces.length; at += 3)
    line += `${at > 0 ? separator : ''}${pieces[at + 1] ?? ''}${pieces[at + 2] ?? ''}`;
  return line;
}

/** The keys of an object, in order. */
function createFields(order: KeyOrder | undefined): (value: object) => readonly Field[] {
  const found = new Map<string, readonly Field[]>();
  return (value) => {
    const keys = Object.keys(value);
    const id = keys.join('\0');
    const fields = found.get(id) ?? (order ? keys.sort(order) : keys).map(fieldOf);
    found.set(id, fields);
    return fields;
  };
}

const fieldOf = (key: string): Field => ({ key, start: `${JSON.stringify(key)}: ` });
