import type { Fact, Provenance } from '../../model/provenance.js';
import { markdownBlocks } from '../../render/prose.js';

/** An object of the document. */
export type Json = { readonly [key: string]: unknown };

/** What a page says of one thing, and where. */
interface Documented extends Provenance {
  readonly description?: string;
  readonly deprecated?: Fact<string>;
}

/** `x-source`: the file and line that state it; and how it is known, where it is not simply stated. */
export const sourceOf = ({ source, known }: Provenance): Json => ({
  file: source.file,
  line: source.line,
  ...(known !== 'stated' && { known }),
});

/** Description, deprecation and source, as they stand on operations, parameters, properties and schemas alike. */
export const documented = (thing: Documented): Json => ({
  ...descriptionOf(thing.description),
  ...(thing.deprecated && { deprecated: true }),
  ...(thing.deprecated?.value && { 'x-deprecated': markdownBlocks(thing.deprecated.value) }),
  'x-source': sourceOf(thing),
});

/** A `description`, where there is something to say. */
export function descriptionOf(markdown: string | undefined): Json {
  const description = markdownBlocks(markdown ?? '');
  return description === '' ? {} : { description };
}

/** What only a list with entries may stand for. */
export const unlessEmpty = (key: string, list: readonly unknown[]): Json =>
  list.length > 0 ? { [key]: list } : {};
