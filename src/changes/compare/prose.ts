import type { Example } from '../../model/model.js';
import type { Fact, Provenance } from '../../model/provenance.js';
import { side, sideOf, type Finding } from './finding.js';

/** A description and where it stands. */
export interface Text {
  readonly text: string | undefined;
  readonly from: Provenance;
}

/** A change of wording: nothing that the model holds for a fact. */
export function* compareText(fact: string, old: Text, now: Text): Generator<Finding> {
  if ((old.text ?? '') === (now.text ?? '')) return;
  const before = old.text === undefined ? undefined : side(old.text, old.from);
  const after = now.text === undefined ? undefined : side(now.text, now.from);
  yield { rule: 'wording', fact, before, after };
}

export function* compareDeprecation(
  id: string,
  old: Fact<string> | undefined,
  now: Fact<string> | undefined,
): Generator<Finding> {
  if (old?.value === now?.value) return;
  const rule = !old ? 'deprecated' : 'deprecation-lifted';
  yield { rule, fact: `${id}.deprecated`, before: sideOf(old), after: sideOf(now) };
}

/** Examples are compared as a heap: pages do not number them. */
export function* compareExamples(
  id: string,
  old: readonly Example[],
  now: readonly Example[],
): Generator<Finding> {
  const textOf = ({ title, kind, text }: Example): string => JSON.stringify([title, kind, text]);
  const [before, after] = [new Set(old.map(textOf)), new Set(now.map(textOf))];
  for (const one of old.filter((example) => !after.has(textOf(example)))) {
    yield {
      rule: 'wording',
      fact: `${id}.examples`,
      before: side(one.title, one),
      detail: 'example removed',
    };
  }
  for (const one of now.filter((example) => !before.has(textOf(example)))) {
    yield { rule: 'wording', fact: `${id}.examples`, after: side(one.title, one), detail: 'example added' };
  }
}
