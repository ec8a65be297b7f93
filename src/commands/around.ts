import type { Time } from '../base/stopwatch.js';
import { rememberNothing, type Remember } from '../cache/remember.js';
import type { Registry } from '../plugin/registry.js';

/** What wraps the stages of the pipeline; it changes nothing that they make. */
export interface Around {
  readonly time: Time;
  readonly remember: Remember;
  /** Takes note of a fast engine that is not installed here. */
  readonly missing: (engine: MissingEngine) => void;
  /** Every dialect, protocol and emitter that there is. */
  readonly parts: () => Promise<Registry>;
}

/** A fast engine that is not installed, and what does its work. */
export interface MissingEngine {
  readonly package: string;
  readonly instead: string;
}

/** For commands that neither tell how they get on nor remember anything. */
export const nothingAround: Around = {
  time: (_, work) => work(),
  remember: rememberNothing,
  missing: () => undefined,
  parts: async () => (await import('../stages.js')).ownParts,
};
