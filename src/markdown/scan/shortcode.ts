import { noAttributes, type TokenAttribute, type TokenText } from './token.js';

interface Form {
  readonly open: string;
  readonly close: string;
}

/** Longer ones come first: `{{` begins `{{<`. */
const FORMS: readonly Form[] = [
  { open: '{{<', close: '>}}' },
  { open: '{{%', close: '%}}' },
  { open: '{{', close: '}}' },
  { open: '{%', close: '%}' },
  { open: '<%', close: '%>' },
];

/** Shortcodes that take several lines take no more. */
const MAX_LENGTH = 2000;

/** A shortcode, template tag or variable at an offset, within `limit` (where its paragraph ends at the latest). */
export function readShortcode(text: string, at: number, limit: number): TokenText | undefined {
  const form = FORMS.find(({ open }) => text.startsWith(open, at));
  if (!form) return undefined;
  const from = at + form.open.length;
  const piece = text.slice(from, Math.min(limit, from + MAX_LENGTH));
  const length = piece.indexOf(form.close);
  if (length < 0) return undefined;
  return named(form, piece.slice(0, length), at, from);
}

const INSIDE = /^[-=#^~]?\s*(\/\s*|end(?=\w)|end\s*$)?([^\s"'=,(|]*)/;

/** Its role and name, and what stands behind the name. */
function named(form: Form, inside: string, at: number, from: number): TokenText | undefined {
  const found = INSIDE.exec(inside);
  if (!found) return undefined;
  const closes = found[1] !== undefined && form.open !== '<%';
  const name =
    form.open === '<%' ? (inside.replace(/^[-=#]?\s*/, '').split(/[\s("']/, 1)[0] ?? '') : (found[2] ?? '');
  const behind = inside.slice(found[0].length);
  const variable = form.open === '{{' && !/^[#^/]/.test(inside.trimStart());
  return {
    syntax: 'shortcode',
    role:
      variable || form.open === '<%' || behind.trimEnd().endsWith('/') ? 'single' : closes ? 'close' : 'open',
    name: name.replace(/\/$/, ''),
    start: at,
    end: from + inside.length + form.close.length,
    attributes: variable || form.open === '<%' ? noAttributes : argumentsOf(behind, from + found[0].length),
    argument: (variable || closes ? inside : behind.replace(/(?:\/|-)$/, '')).trim(),
    variable,
  };
}

const ARGUMENT =
  /(?:([\w.:-]+)\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|([^\s"'=`/][^\s"'=`]*))/g;

/** Named and numbered arguments. */
function argumentsOf(text: string, offset: number): TokenAttribute[] {
  let number = 0;
  return [...text.matchAll(ARGUMENT)].map((match) => ({
    name: match[1] ?? String(number++),
    value: match[2] ?? match[3] ?? match[4] ?? match[5] ?? '',
    expression: false,
    start: offset + match.index,
    end: offset + match.index + match[0].length,
  }));
}
