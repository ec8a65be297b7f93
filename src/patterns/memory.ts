import type { Backtracking, Translation, Untranslatable } from './types.js';

/** What was found of patterns and expressions, question by question; as JSON. */
export interface PatternAnswers {
  readonly translated: Readonly<Record<string, Translation | Untranslatable>>;
  readonly everywhere: Readonly<Record<string, boolean>>;
  readonly simplified: Readonly<Record<string, Translation>>;
  /** Null where nothing was found. */
  readonly backtracking: Readonly<Record<string, Backtracking | null>>;
}

/** The answers to one question: each is worked out once, for the same patterns stand in many places. */
export interface Memory<Answer> {
  recall(key: string): Answer | undefined;
  keep(key: string, answer: Answer): Answer;
  /** Takes over what an earlier run has found, in the place of all that was known. */
  restore(known: Readonly<Record<string, Answer>>): void;
  /** What was asked since then. */
  asked(): Readonly<Record<string, Answer>>;
  /** Whether some of that was new. */
  hasNew(): boolean;
}

function createMemory<Answer>(): Memory<Answer> {
  let [known, asked] = [new Map<string, Answer>(), new Map<string, Answer>()];
  return {
    recall: (key) => {
      const before = asked.get(key) ?? known.get(key);
      if (before !== undefined) asked.set(key, before);
      return before;
    },
    keep: (key, answer) => {
      asked.set(key, answer);
      return answer;
    },
    restore: (answers) => void ([known, asked] = [new Map(Object.entries(answers)), new Map()]),
    asked: () => Object.fromEntries(asked),
    hasNew: () => [...asked.keys()].some((key) => !known.has(key)),
  };
}

/** Every answer is decided by its key alone, so that nothing changes where answers of an earlier run are at hand. */
export const translated = createMemory<Translation | Untranslatable>();
export const everywhere = createMemory<boolean>();
export const simplified = createMemory<Translation>();
export const backtracking = createMemory<Backtracking | null>();

export const keyOf = ({ source, flags }: Translation): string => `/${source}/${flags}`;

/** Takes over the answers of an earlier run; without any, forgets all, so that no more than one service is held. */
export function recallPatterns(answers: PatternAnswers | undefined): void {
  translated.restore(answers?.translated ?? {});
  everywhere.restore(answers?.everywhere ?? {});
  simplified.restore(answers?.simplified ?? {});
  backtracking.restore(answers?.backtracking ?? {});
}

/** The answers that were asked for since `recallPatterns`; undefined where all of them had been known. */
export function patternsToKeep(): PatternAnswers | undefined {
  if (![translated, everywhere, simplified, backtracking].some((memory) => memory.hasNew())) return undefined;
  return {
    translated: translated.asked(),
    everywhere: everywhere.asked(),
    simplified: simplified.asked(),
    backtracking: backtracking.asked(),
  };
}
