/** The stages that are timed, in their order. */
export const stages = [
  'loadProject',
  'readPages',
  'readFragments',
  'linkServices',
  'identifyService',
  'applyOverrides',
  'checkService',
  'bindService',
  'emitService',
  'formatFiles',
  'addHandlers',
  'compareWithLast',
  'planFiles',
  'writeFiles',
] as const;

export type Stage = (typeof stages)[number];

/** How long a stage took, all services together. */
export interface StageTime {
  readonly stage: Stage;
  readonly milliseconds: number;
}

/** Measures the stages of one run. */
export interface Stopwatch {
  /** Does the work, and counts its time; also where the work fails. */
  time<T>(stage: Stage, work: () => T): T;
  /** The stages that have run, in their order. */
  times(): readonly StageTime[];
}

/** @param told hears of each stage before it begins. */
export function startStopwatch(told?: (stage: Stage) => void): Stopwatch {
  const sums = new Map<Stage, number>();
  const time = <T>(stage: Stage, work: () => T): T => {
    told?.(stage);
    const started = performance.now();
    const stop = () => void sums.set(stage, (sums.get(stage) ?? 0) + performance.now() - started);
    return whenDone(work, stop);
  };
  const times = () => stages.flatMap((stage) => timeOf(stage, sums.get(stage)));
  return { time, times };
}

const timeOf = (stage: Stage, milliseconds: number | undefined): readonly StageTime[] =>
  milliseconds === undefined ? [] : [{ stage, milliseconds }];

function whenDone<T>(work: () => T, stop: () => void): T {
  let waits = false;
  try {
    const result = work();
    if (result instanceof Promise) {
      waits = true;
      result.then(stop, stop);
    }
    return result;
  } finally {
    if (!waits) stop();
  }
}
