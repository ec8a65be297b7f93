import type { OneOfType, Type } from '../../model/types.js';
import type { Comparison, Role } from './context.js';
import { fromTo, side, sideOf, type Finding } from './finding.js';
import { typeText } from './renames.js';

/** A variant of each side that is the same type, with what it was and is. */
export interface SameVariant {
  readonly id: string;
  readonly old: Type;
  readonly now: Type;
}

/** What changed in which types a value may be of. */
export interface VariantChanges {
  readonly findings: readonly Finding[];
  /** The variants on both sides, which may have changed within. */
  readonly same: readonly SameVariant[];
}

const variantsOf = (type: Type): readonly Type[] => (type.kind === 'oneOf' ? type.variants : [type]);

/** Undefined where neither is a value of one of several types, or where no type is left. */
export function compareVariants(
  id: string,
  before: Type,
  after: Type,
  role: Role,
  comparison: Comparison,
): VariantChanges | undefined {
  if (before.kind !== 'oneOf' && after.kind !== 'oneOf') return undefined;
  const olds = byText(before, comparison.newShapeName);
  const news = byText(after, (name) => name);
  const same = [...news].flatMap(([text, now], at): readonly SameVariant[] => {
    const old = olds.get(text);
    return old ? [{ id: `${id}.${String(at + 1)}`, old, now }] : [];
  });
  if (same.length === 0) return undefined;
  const removed = [...olds].filter(([text]) => !news.has(text));
  const added = [...news].filter(([text]) => !olds.has(text));
  const findings = role.directions.flatMap((direction): readonly Finding[] => [
    ...removed.map(([text, type]) => ({
      rule: `${direction}-variant-removed` as const,
      fact: `${id}.type`,
      before: side(text, type),
      detail: text,
      unused: role.unused,
    })),
    ...added.map(([text, type]) => ({
      rule: `${direction}-variant-added` as const,
      fact: `${id}.type`,
      after: side(text, type),
      detail: text,
      unused: role.unused,
    })),
  ]);
  return { findings: [...findings, ...discriminatorChange(id, before, after)], same };
}

const byText = (type: Type, newShapeName: (old: string) => string): ReadonlyMap<string, Type> =>
  new Map(variantsOf(type).map((variant) => [typeText(variant, newShapeName), variant]));

function discriminatorChange(id: string, before: Type, after: Type): readonly Finding[] {
  const [old, now] = [discriminatorOf(before), discriminatorOf(after)];
  if (old?.value === now?.value || before.kind !== after.kind) return [];
  const detail = fromTo(old?.value, now?.value);
  return [
    {
      rule: 'discriminator-changed',
      fact: `${id}.discriminator`,
      before: sideOf(old),
      after: sideOf(now),
      detail,
    },
  ];
}

const discriminatorOf = (type: Type): OneOfType['discriminator'] =>
  type.kind === 'oneOf' ? type.discriminator : undefined;
