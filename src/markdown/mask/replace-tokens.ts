import type { Scan } from '../scan/scanner.js';
import type { Token } from '../scan/token.js';
import { fill, placeholder } from './placeholders.js';

/**
 * A piece of a line with placeholders for the shortcodes and comments within it. `firstToken` is the first that begins on
 * the line or below; the one before it may reach into the line.
 */
export function replaceTokens(
  { source, starts, tokens }: Scan,
  line: number,
  from: number,
  to: number,
  firstToken: number,
): string {
  const text = source.lines[line] ?? '';
  const start = starts[line] ?? 0;
  let replaced = '';
  let done = from;
  for (let at = Math.max(0, firstToken - 1); (tokens[at]?.start ?? Infinity) < start + to; at++) {
    const token = tokens[at];
    if (!token || !isReplaced(token)) continue;
    const begin = Math.max(done, token.start - start);
    const end = Math.min(to, token.end - start);
    if (end <= begin) continue;
    // Of a token on several lines the first piece stands for it.
    const own = token.start - start === begin ? placeholder(at, end - begin) : undefined;
    replaced += text.slice(done, begin) + (own ?? fill(end - begin));
    done = end;
  }
  return replaced + text.slice(done, to);
}

const isReplaced = ({ block, syntax }: Token): boolean =>
  !block && (syntax === 'shortcode' || syntax === 'comment');
