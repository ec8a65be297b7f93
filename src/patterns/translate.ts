import { createCursor, fail, PatternProblem } from './cursor.js';
import { excessOf, type Expression, parseExpression, tooDeep } from './expression.js';
import { noFlags, type Scope, withFlags } from './flags.js';
import { isAsciiName } from './properties.js';
import { type Piece, readAlternatives, type Reading } from './read-pattern.js';

/** Why a documented pattern has no equal in JavaScript; a phrase, such as `a class without its closing bracket`. */
export interface Untranslatable {
  readonly problem: string;
}

/** Whether the expression can have flags of its own; `inline` does without, as JSON Schema has none. */
export type FlagStyle = 'flags' | 'inline';

/**
 * The JavaScript expression, with the flag `u`, that means what the documented pattern means. A pattern that is one already
 * stays as it is; others are read as Java, PCRE, .NET and Python spell patterns: POSIX classes and properties, inline flags,
 * atomic groups and possessive quantifiers, `\A`, `\z`, `\Z`, `\h`, `\Q..\E`, escapes that need none.
 */
export function translatePattern(pattern: string, style: FlagStyle = 'flags'): Expression | Untranslatable {
  const plain = isForeign(pattern) ? undefined : validated(pattern, 'u');
  return plain && isTranslated(plain) ? plain : rewrite(pattern, style);
}

export const isTranslated = (result: Expression | Untranslatable): result is Expression => 'source' in result;

/** Whether a part of the pattern is valid in JavaScript but means something else in the dialect it comes from. */
function isForeign(pattern: string): boolean {
  const properties = [...pattern.matchAll(/\\[pP]\{([^}]*)\}/g)];
  return properties.some(([, name = '']) => isAsciiName(name)) || pattern.includes('&&[');
}

function validated(source: string, flags: string): Expression | Untranslatable {
  try {
    const expression = parseExpression(source, flags);
    const excess = excessOf(expression);
    return excess === undefined ? expression : { problem: excess };
  } catch (error) {
    // The parser recurses into each group.
    if (error instanceof RangeError) return { problem: tooDeep };
    return {
      problem: error instanceof Error ? error.message.replace(/^[^]*\/[a-z]*: /, '') : String(error),
    };
  }
}

function rewrite(pattern: string, style: FlagStyle): Expression | Untranslatable {
  try {
    const unquoted = unquote(pattern);
    const { text, whole } =
      style === 'flags' ? takeLeadingFlags(unquoted) : { text: unquoted, whole: noFlags };
    const source = translate(text, whole);
    const flags = `${whole.ignoreCase ? 'i' : ''}${whole.multiline ? 'm' : ''}${whole.dotAll ? 's' : ''}u`;
    return validated(source, flags);
  } catch (error) {
    if (error instanceof PatternProblem) return { problem: error.message };
    throw error;
  }
}

/** Escapes each character between `\Q` and `\E`. */
const unquote = (pattern: string): string =>
  pattern.replace(/\\Q([^]*?)(?:\\E|$)|\\[^]/g, (found, quoted?: string) =>
    quoted === undefined ? found : quoted.replace(/[^\w\s]/gu, '\\$&'),
  );

/** Flags that hold for the whole pattern become flags of the expression. */
function takeLeadingFlags(pattern: string): { readonly text: string; readonly whole: Scope } {
  const found = /^(\^|\\A)?\(\?([a-zA-Z]+)\)/.exec(pattern);
  const [all, anchor = '', flags = ''] = found ?? [''];
  if (!found || (anchor === '^' && flags.includes('m'))) return { text: pattern, whole: noFlags };
  return { text: anchor + pattern.slice(all.length), whole: withFlags(noFlags, flags, '') };
}

function translate(text: string, whole: Scope): string {
  const reading: Reading = {
    cursor: createCursor(text),
    whole,
    groups: [],
    captured: 0,
    added: 0,
    depth: 0,
    lookbehinds: 0,
  };
  const pieces = readAlternatives(reading, whole);
  if (reading.cursor.at < text.length) fail('a closing bracket without its group');
  return pieces.map((piece) => printPiece(piece, reading.groups)).join('');
}

function printPiece(piece: Piece, groups: readonly number[]): string {
  if (typeof piece === 'string') return piece;
  const group = groups[piece.group - 1] ?? fail(`there is no group ${String(piece.group)}`);
  return `(?:\\${String(group)})`;
}
