import { format } from 'prettier/standalone';
import * as estree from 'prettier/plugins/estree';
import * as typescript from 'prettier/plugins/typescript';
import { style } from '../style.js';

/**
 * The reference engine, always installed: a module of TypeScript, formatted.
 * @throws SyntaxError where the code does not parse.
 */
export const formatTypeScript = (code: string): Promise<string> =>
  format(code, { ...style, parser: 'typescript', plugins: [typescript, estree] });
