import type { LinkSpan } from '../../../../markdown/blocks.js';
import type { ScalarMeaning } from './type-words.js';

/** A type as a page words it; what links and names lead to is for others to find out. */
export type WordedType = (
  | ({ readonly kind: 'scalar' } & ScalarMeaning)
  | { readonly kind: 'list'; readonly element: WordedType }
  | { readonly kind: 'map'; readonly value: WordedType }
  | { readonly kind: 'object' }
  | { readonly kind: 'any' }
  | { readonly kind: 'enum' }
  | { readonly kind: 'literal'; readonly value: string }
  /** A link, or a word that may be the name of an object. */
  | {
      readonly kind: 'named';
      readonly name: string;
      readonly link?: LinkSpan;
      readonly partial?: true;
      readonly ids?: true;
      readonly saysObject?: true;
      /** What the words of a link mean where it leads to no object of that name: `[file](…)`. */
      readonly word?: WordedType;
    }
  | { readonly kind: 'oneOf'; readonly variants: readonly WordedType[] }
) & { readonly nullable?: true };

/** True for words that mean a type whatever the guide describes; names on both sides of an `or` may stand in any sentence. */
export const isTypeForCertain = (type: WordedType): boolean =>
  type.kind === 'oneOf'
    ? type.variants.every(isTypeForCertain)
    : type.kind !== 'named' || type.saysObject === true || type.word !== undefined;

/** A name with what stands around it; `word` is what the words of a link mean by themselves. */
export const named = (
  name: string,
  said: { readonly partial: boolean; readonly ids: boolean; readonly saysObject: boolean },
  link?: LinkSpan,
  word?: WordedType,
): WordedType => ({
  kind: 'named',
  name,
  ...(link && { link }),
  ...(word && { word }),
  ...(said.partial && { partial: true as const }),
  ...(said.ids && { ids: true as const }),
  ...(said.saysObject && { saysObject: true as const }),
});

/** Of several types one; null among them makes the others nullable. */
export function joined(variants: readonly WordedType[]): WordedType | undefined {
  const isNull = (one: WordedType): boolean => one.kind === 'any' && one.nullable === true;
  const real = variants.filter((one) => !isNull(one));
  const nullable = real.length < variants.length || real.some((one) => one.nullable);
  const [first] = real;
  if (!first) return variants[0];
  const type: WordedType = real.length === 1 ? first : { kind: 'oneOf', variants: real };
  return nullable ? { ...type, nullable: true } : type;
}
