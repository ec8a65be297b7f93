import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { codeOf } from './errors.js';
import { hashOf } from './text.js';

// Importing these from their module opens the standard input, too, and makes all else that it exports.
const { kill, pid } = globalThis.process;

/** This machine, in a form that fits into the name of a file. */
const machine = hashOf(hostname()).slice(0, 8);

const form = /^(\d+)-([0-9a-f]{8})-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** How a run signs what others find on the disk: its process, its machine and a number that no other run has. */
export const newOwner = (): string => `${String(pid)}-${machine}-${randomUUID()}`;

/** Whether a text is a signature of some run. */
export const isOwner = (text: string): boolean => form.test(text);

/** Whether the run that signed is known to be over. Nothing is known of another machine's. */
export function isGone(owner: string): boolean {
  const [, number = '', where] = form.exec(owner) ?? [];
  return where === machine && !isRunning(Number(number));
}

/** Whether the run that signed works on this machine. */
export const isLocal = (owner: string): boolean => form.exec(owner)?.[2] === machine;

function isRunning(number: number): boolean {
  try {
    // Signal 0 asks whether the process is there, and sends nothing.
    kill(number, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
