import { format } from 'prettier/standalone';
import * as estree from 'prettier/plugins/estree';
import * as typescript from 'prettier/plugins/typescript';
import { style } from '../style.js';

let last: Promise<unknown> = Promise.resolve();

/**
 * The reference engine, always installed: a module of TypeScript, formatted. One at a time, as several that are begun
 * hold their trees at once and take no less time.
 * @throws SyntaxError where the code does not parse.
 */
export function formatTypeScript(code: string): Promise<string> {
  const formatted = last.then(() =>
    format(code, { ...style, parser: 'typescript', plugins: [typescript, estree] }),
  );
  last = formatted.catch(() => undefined);
  return formatted;
}
