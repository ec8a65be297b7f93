import { noMarks, type Row } from './rows.js';

interface OpenRow {
  row: Row;
  readonly children: OpenRow[];
}

/**
 * Rows as a tree: those that arrows or blanks indent belong to the row above, and `a.b`, `a[b]`, `a[].b` to `a`, which is
 * made up where no row describes it.
 */
export function nestRows(rows: readonly Row[]): readonly Row[] {
  const top: OpenRow[] = [];
  const above: OpenRow[] = [];
  for (const row of rows) {
    const depth = Math.min(row.depth, above.length);
    above.length = depth;
    const owner = above.at(-1);
    const open = place(row, owner ? owner.children : top);
    above.push(open);
  }
  return top.map(closed);
}

function place(row: Row, siblings: OpenRow[]): OpenRow {
  const segments = segmentsOf(row.name);
  let level = siblings;
  for (const segment of segments.slice(0, -1)) level = owner(segment, row, level).children;
  const last = segments.at(-1) ?? { name: row.name, repeated: false };
  const named: Row = {
    ...row,
    name: last.name,
    marks: last.repeated ? { ...row.marks, repeated: true } : row.marks,
  };
  const known = level.find((other) => other.row.name === last.name && other.row.source === row.source);
  if (known) return known;
  const open: OpenRow = { row: named, children: named.children.map((child) => opened(child)) };
  level.push(open);
  return open;
}

const opened = (row: Row): OpenRow => ({ row, children: row.children.map(opened) });

/** The row that `a` in `a.b` stands for. */
function owner({ name, repeated }: Segment, row: Row, level: OpenRow[]): OpenRow {
  const known = level.findLast((other) => other.row.name === name);
  if (known) {
    if (repeated) known.row = { ...known.row, marks: { ...known.row.marks, repeated: true } };
    return known;
  }
  const made: Row = {
    name,
    source: row.source,
    nameSource: row.nameSource,
    depth: 0,
    marks: repeated ? { repeated: true } : noMarks,
    description: [],
    children: [],
    blocks: [],
    made: true,
    ...(row.place && { place: row.place }),
  };
  const open: OpenRow = { row: made, children: [] };
  level.push(open);
  return open;
}

interface Segment {
  readonly name: string;
  readonly repeated: boolean;
}

/** A dot inside of brackets is one of the name. */
const DOT = '\uE010';

/** `a.b[].c` and `a[b]` as `a`, `b`, `c`; a name that only looks so stays whole. */
export function segmentsOf(name: string): readonly Segment[] {
  const parts = name
    .replace(/\[:\w+\]/g, '[]')
    .replace(/\[([A-Za-z_:][\w:.-]*)\]/g, (_, key: string) => `.${key.replaceAll('.', DOT)}`)
    .replace(/\{[^{}]*\}|<[^<>]*>|\[\d+\]/g, '[]')
    .split('.');
  const segments = parts.map((text) => ({
    name: text
      .replace(/(?:\[\])+$/, '')
      .replace(/^:(?=\w)/, '')
      .replaceAll(DOT, '.'),
    repeated: text.endsWith('[]'),
  }));
  const isPath =
    segments.every((one) => /^[$@]?[\w-]+(?:\.[\w-]+)*$/.test(one.name)) &&
    !/^[@$]\w+\.|\.com$|^\d/.test(name);
  return isPath && segments.length <= 12
    ? segments
    : [{ name: name.replace(/\[\]$/, ''), repeated: name.endsWith('[]') }];
}

const closed = ({ row, children }: OpenRow): Row => ({ ...row, children: children.map(closed) });
