import { format } from 'oxfmt';
import { style } from '../style.js';

// The native part is only loaded at the first call: where it is missing, the engine is not to be had, and that is told here.
await format('module.mts', '', style);

/**
 * The fast engine: native, so not installed on every platform. What it prints equals what the reference engine prints.
 * The name says that code is a module even where it imports and exports nothing, as examples do.
 * @throws SyntaxError where the code does not parse.
 */
export async function formatTypeScript(code: string): Promise<string> {
  const { code: formatted, errors } = await format('module.mts', code, style);
  const [fault] = errors;
  if (fault) throw new SyntaxError(fault.codeframe ?? fault.message);
  return formatted;
}
