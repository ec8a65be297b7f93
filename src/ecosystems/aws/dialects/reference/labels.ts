import { memoise } from '../../../../base/memoise.js';
import { distance } from '../../../../base/suggest-names.js';
import type { Line } from '../../../../markdown/lines.js';

/** The labels that state a fact about the item they stand in. */
export type Label =
  | 'type'
  | 'required'
  | 'default'
  | 'status'
  | 'length'
  | 'range'
  | 'pattern'
  | 'values'
  | 'arrayMembers'
  | 'mapEntries'
  | 'keyLength'
  | 'keyPattern'
  | 'keyValues'
  | 'valueLength'
  | 'valuePattern'
  | 'valueValues'
  | 'valueRange';

const LABELS: ReadonlyMap<string, Label> = new Map<string, Label>([
  ['type', 'type'],
  ['required', 'required'],
  ['default', 'default'],
  ['default value', 'default'],
  ['http status code', 'status'],
  ['length constraints', 'length'],
  ['length constraint', 'length'],
  ['valid range', 'range'],
  ['pattern', 'pattern'],
  ['valid values', 'values'],
  ['array members', 'arrayMembers'],
  ['map entries', 'mapEntries'],
  ['key length constraints', 'keyLength'],
  ['key pattern', 'keyPattern'],
  ['valid keys', 'keyValues'],
  ['value length constraints', 'valueLength'],
  ['value pattern', 'valuePattern'],
  ['value valid values', 'valueValues'],
  ['value valid range', 'valueRange'],
  ['value range', 'valueRange'],
]);

/** A line of the form `Label: text`. */
export interface LabelledLine {
  readonly label: Label;
  readonly line: Line;
  /** Decoded text after the colon. */
  readonly text: string;
  /** Raw text after the colon, trimmed. */
  readonly raw: string;
}

const labels = [...LABELS.keys()];

/** Where a colon stands further on, what is before it is longer than any label and all that is near one. */
const lastColon = Math.max(...labels.map(({ length }) => length)) + 3;

const LABEL = /^([A-Za-z]+(?: [A-Za-z]+){0,3})\s*:/;

/** The words before the colon that a line begins with. */
function headOf({ text, nested }: Line): string | undefined {
  const colon = nested ? -1 : text.indexOf(':');
  return colon < 0 || colon > lastColon ? undefined : LABEL.exec(text)?.[1];
}

/** Understands a labelled line, or gives nothing. Lines within lists and quotations state nothing. */
export function labelledLine(line: Line): LabelledLine | undefined {
  const head = headOf(line);
  const label = head === undefined ? undefined : LABELS.get(head.toLowerCase());
  if (!label) return undefined;
  return {
    label,
    line,
    text: line.text.slice(line.text.indexOf(':') + 1).trim(),
    raw: line.raw.slice(line.raw.indexOf(':') + 1).trim(),
  };
}

/**
 * True for a line that looks like one of the labels but is none: wrong case is accepted elsewhere, so this is for
 * words near a label ("Valid Value:", "Lenght Constraints:"), which would otherwise pass for prose.
 */
export function looksLabelled(line: Line): string | undefined {
  const head = headOf(line);
  if (head === undefined || LABELS.has(head.toLowerCase())) return undefined;
  return isNearLabel(head.toLowerCase()) ? head : undefined;
}

/** The same words before a colon stand on many pages. */
const isNearLabel = memoise((words) => labels.some((label) => near(label, words)));

/** At most two edits apart, and never for short words. */
const near = (a: string, b: string): boolean =>
  a.length >= 6 && Math.abs(a.length - b.length) <= 2 && distance(a, b) <= 2;

/** The inside of a code span that covers the whole text, ticks inside included; the text itself where none does. */
export function codeText(raw: string): string {
  const ticks = /^`+/.exec(raw)?.[0];
  if (!ticks || raw.length < 2 * ticks.length || !raw.endsWith(ticks)) return raw;
  const inner = raw.slice(ticks.length, raw.length - ticks.length);
  const padded = ticks.length > 1 && inner.startsWith(' ') && inner.endsWith(' ');
  return padded ? inner.slice(1, -1) : inner;
}
