import type { Emitter } from './emitter.js';

/** Every output there is, in the order in which they are listed to people. */
export const emitters: readonly Emitter[] = [];
