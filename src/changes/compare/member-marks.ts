import type { Member } from '../../model/model.js';
import type { RuleId } from '../rules.js';
import type { Role } from './context.js';
import { fromTo, side, sideOf, type Finding } from './finding.js';

/** What changed in who sets a member, what else it is called, and how it is written. */
export function* compareMarks(id: string, old: Member, now: Member, role: Role): Generator<Finding> {
  yield* compareMark(id, 'readOnly', old, now, role);
  yield* compareMark(id, 'writeOnly', old, now, role);
  yield* compareAliases(`${id}.aliases`, old, now, role);
  if (old.style?.value === now.style?.value) return;
  const detail = fromTo(old.style?.value, now.style?.value);
  yield {
    rule: 'style-changed',
    fact: `${id}.style`,
    before: sideOf(old.style),
    after: sideOf(now.style),
    detail,
  };
}

/** Who does not send, or does not receive it, only reads of it in a comment. */
function* compareMark(
  id: string,
  mark: 'readOnly' | 'writeOnly',
  old: Member,
  now: Member,
  { directions }: Role,
): Generator<Finding> {
  const [was, is] = [old[mark]?.value === true, now[mark]?.value === true];
  if (was === is) return;
  const matters = directions.includes(mark === 'readOnly' ? 'input' : 'output');
  yield {
    rule: matters ? ruleOfMark(mark, is, now) : 'wording',
    fact: `${id}.${mark}`,
    before: sideOf(old[mark]) ?? side(false, old),
    after: sideOf(now[mark]) ?? side(false, now),
  };
}

function ruleOfMark(mark: 'readOnly' | 'writeOnly', is: boolean, { required }: Member): RuleId {
  if (mark === 'writeOnly') return is ? 'write-only-added' : 'write-only-lifted';
  if (is) return 'read-only-added';
  return required?.value === true ? 'required-input-added' : 'read-only-lifted';
}

/** A name that the member now has, or had, is no news beside that it was renamed. */
function* compareAliases(fact: string, old: Member, now: Member, { directions }: Role): Generator<Finding> {
  if (!directions.includes('input')) return;
  const [before, after] = [old.aliases ?? [], now.aliases ?? []];
  for (const alias of before)
    if (!after.includes(alias) && alias !== now.wireName)
      yield { rule: 'alias-removed', fact, before: side(alias, old), detail: alias };
  for (const alias of after)
    if (!before.includes(alias) && alias !== old.wireName)
      yield { rule: 'alias-added', fact, after: side(alias, now), detail: alias };
}
