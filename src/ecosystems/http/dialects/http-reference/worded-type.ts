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
    }
  | { readonly kind: 'oneOf'; readonly variants: readonly WordedType[] }
) & { readonly nullable?: true };

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
