import { deserialize, serialize } from 'node:v8';
import { isDeepEqual } from '../base/deep-equal.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { hashOf } from '../files/text.js';
import { codeFingerprint } from './fingerprint.js';

/** Takes every finding of a stage. */
export type Tell = (finding: Diagnostic) => void;

/** Answers what a stage asks beside its input, such as whether a file is there; as JSON. */
export type Ask = (question: string) => unknown;

/** Makes something of an input, the same of the same input and answers; what is undefined is not kept. */
export type Stage<Input, Output> = (input: Input, tell: Tell, ask: Ask) => Promise<Output>;

/** Names all that decides on what a stage makes, as JSON that begins with the stage's name; undefined: not to be kept. */
export type Key<Input> = (input: Input) => readonly [stage: string, ...parts: unknown[]] | undefined;

/**
 * Gives a stage that takes what earlier runs have made of the same input.
 * @param shelf for many small results: those that one run asks for are kept in one file, under this name.
 */
export type Remember = <Input, Output>(
  stage: Stage<Input, Output>,
  key: Key<Input>,
  shelf?: string,
) => Stage<Input, Output>;

/** What is given to stages that find nothing and look at nothing but their input. */
export const alone: readonly [tell: Tell, ask: Ask] = [() => undefined, () => undefined];

/** For runs without a cache. */
export const rememberNothing: Remember = (stage) => stage;

/** What a stage came to. */
interface Made<Output> {
  readonly output: Output;
  /** Told again each time. */
  readonly findings: readonly Diagnostic[];
  /** It is the same only as long as these are. */
  readonly answers: ReadonlyMap<string, unknown>;
}

/** What a stage has thrown, and what it has found before. */
interface Failed {
  readonly findings: readonly Diagnostic[];
  readonly error: unknown;
}

/** Where results are kept by name. */
export interface Store {
  read(name: string): Buffer | undefined;
  write(name: string, bytes: Buffer): void;
}

/**
 * Remembers in a store. What is damaged there counts as missing, and what cannot be written is not kept. Calls at the
 * same time share one promise. A stage that fails, or that nothing comes of, is asked again the next time.
 */
export const rememberIn =
  (storeOf: (shelf: string | undefined) => Store): Remember =>
  <Input, Output>(stage: Stage<Input, Output>, key: Key<Input>, shelf?: string): Stage<Input, Output> => {
    const store = storeOf(shelf);
    const running = new Map<string, Promise<Made<Output> | Failed>>();
    return async (input, tell, ask) => {
      const parts = key(input);
      if (!parts) return await stage(input, tell, ask);
      const name = nameOf(parts);
      const known = readEntry<Output>(store, name, ask);
      if (known) return retell(known, tell);
      const making = running.get(name) ?? record(stage, input, ask);
      running.set(name, making);
      const made = await making;
      if (running.delete(name)) keep(store, name, made);
      return retell(made, tell);
    };
  };

export const nameOf = (parts: readonly [stage: string, ...parts: unknown[]]): string =>
  `${parts[0]}-${hashOf(JSON.stringify([codeFingerprint(), parts]))}`;

function readEntry<Output>(store: Store, name: string, ask: Ask): Made<Output> | undefined {
  const bytes = store.read(name);
  if (!bytes) return undefined;
  const made: Made<Output> = deserialize(bytes);
  return [...made.answers].every(([question, answer]) => isDeepEqual(ask(question), answer))
    ? made
    : undefined;
}

async function record<Input, Output>(
  stage: Stage<Input, Output>,
  input: Input,
  ask: Ask,
): Promise<Made<Output> | Failed> {
  const findings: Diagnostic[] = [];
  const answers = new Map<string, unknown>();
  const noted: Ask = (question) => {
    const answer = ask(question);
    answers.set(question, answer);
    return answer;
  };
  try {
    const output = await stage(input, (finding) => void findings.push(finding), noted);
    return { output, findings, answers };
  } catch (error) {
    return { findings, error };
  }
}

function keep(store: Store, name: string, made: Made<unknown> | Failed): void {
  if ('output' in made && made.output !== undefined) store.write(name, serialize(made));
}

function retell<Output>(made: Made<Output> | Failed, tell: Tell): Output {
  made.findings.forEach(tell);
  if ('error' in made) throw made.error;
  return made.output;
}
