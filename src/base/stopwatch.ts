/** The stages of a run, in their order, each as people are told of it. */
export const stages = {
  loadProject: 'loading the configuration',
  readPages: 'reading pages',
  readFragments: 'reading what pages state',
  linkServices: 'linking',
  completeService: 'completing',
  applyOverrides: 'applying overrides',
  checkService: 'checking',
  bindService: 'binding',
  emitService: 'printing',
  formatFiles: 'formatting',
  addHandlers: 'reading handlers',
  compareWithLast: 'comparing with the last package',
  planFiles: 'comparing files',
  writeFiles: 'writing',
} as const;

export type Stage = keyof typeof stages;

/** How long a stage took, all services together. */
export interface StageTime {
  readonly stage: Stage;
  readonly milliseconds: number;
}

/** Does the work of a stage and counts its time, also where the work fails. */
export type Time = <Result>(stage: Stage, work: () => Promise<Result>) => Promise<Result>;

/** Measures the stages of one run. */
export interface Stopwatch {
  readonly time: Time;
  /** The stages that have run, in their order. */
  times(): readonly StageTime[];
}

/** @param told hears of each stage before it begins. */
export function startStopwatch(told?: (stage: Stage) => void): Stopwatch {
  const sums = new Map<string, number>();
  const time: Time = async (stage, work) => {
    told?.(stage);
    const started = performance.now();
    try {
      return await work();
    } finally {
      sums.set(stage, (sums.get(stage) ?? 0) + performance.now() - started);
    }
  };
  const names = Object.keys(stages) as Stage[];
  const times = () => names.map((stage) => ({ stage, milliseconds: sums.get(stage) ?? -1 }));
  return { time, times: () => times().filter(({ milliseconds }) => milliseconds >= 0) };
}
