import { type Cursor, fail, take } from './cursor.js';
import { type Scope, withFlags } from './flags.js';

/** What opens with a bracket. */
export type Opening =
  | {
      readonly kind: 'group';
      readonly source: string;
      readonly scope: Scope;
      readonly captures: boolean;
      readonly name?: string;
    }
  | { readonly kind: 'lookaround'; readonly source: string }
  | { readonly kind: 'atomic' }
  | { readonly kind: 'comment' }
  /** Python's reference to a group by its name; the closing bracket is read. */
  | { readonly kind: 'reference'; readonly name: string }
  /** Flags from here to the end of the group. */
  | { readonly kind: 'flags'; readonly scope: Scope };

const comment = /\?#[^)]*\)/y;
const lookaround = /\?(?:=|!|<=|<!)/y;
const named = /\?(?:P?<([A-Za-z_]\w*)>|'([A-Za-z_]\w*)')/y;
const reference = /\?P=(\w+)\)/y;
const inlineFlags = /\?(\^?[A-Za-z]*)(?:-([A-Za-z]*))?([):])/y;

/** Reads what follows an opening bracket, up to the content of the group. */
export function readOpening(cursor: Cursor, scope: Scope): Opening {
  if (take(cursor, comment)) return { kind: 'comment' };
  const look = take(cursor, lookaround);
  if (look) return { kind: 'lookaround', source: `(${look[0]}` };
  if (take(cursor, /\?>/y)) return { kind: 'atomic' };
  const name = take(cursor, named);
  if (name) {
    const text = name[1] ?? name[2] ?? '';
    return { kind: 'group', source: `(?<${text}>`, scope, captures: true, name: text };
  }
  const referred = take(cursor, reference);
  if (referred) return { kind: 'reference', name: referred[1] ?? '' };
  const flags = take(cursor, inlineFlags);
  if (flags) return flagged(flags, scope);
  if (/[?*]/.test(cursor.text[cursor.at] ?? ''))
    fail(`(${cursor.text.slice(cursor.at, cursor.at + 3)} has no equal`);
  return { kind: 'group', source: '(', scope, captures: true };
}

function flagged([, on = '', off = '', end]: RegExpExecArray, scope: Scope): Opening {
  const changed = withFlags(scope, on, off);
  if (end === ')') return { kind: 'flags', scope: changed };
  return { kind: 'group', source: '(?:', scope: changed, captures: false };
}
