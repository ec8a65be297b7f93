import { STATUS_CODES } from 'node:http';
import type { ErrorShape } from '../../model/model.js';

/** The HTTP status of an error: 400 where no page states one, as the error's sender is told to mend the request. */
export const errorStatus = (error: ErrorShape): number => error.status?.value ?? 400;

/** What the class of an error is made of: its name, or what its status means where the name says nothing else. */
export function errorBase({ name }: ErrorShape): string {
  const [, status] = /^(?:HTTP|Status|Error)?[\s_-]*([1-5]\d\d)$/iu.exec(name.trim()) ?? [];
  const meaning = status === undefined ? undefined : STATUS_CODES[status];
  if (meaning === undefined) return status === undefined ? name : `Status${status}Error`;
  return `${meaning.replace(/['’]/gu, '').replace(/ Error$/u, '')} Error`;
}
