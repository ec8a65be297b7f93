import { plain } from './phrase.js';

/** Words that say that a heading is about an object, and not which. */
const TRAILING =
  /(?:[ _-]+(?:json|api|resource|object|objects|structure|structures|schema|model|entity|type|fields|properties|attributes|definition|representation|format|data structure|response structure|instance))+$/i;
const GENERIC =
  /^(?:the )?(?:json representation|properties|property|attributes?|fields?|structure|schema|parameters?|params|relationships?|members|object|response|request|example|examples?|overview|definition|data structures?|data models?|models?|objects?|resources?|representation|body|description|details|instance attributes|columns|types?|contents?|reference|)$/i;

/** True for a heading that says only that fields, or anything else, follow. */
export const isGeneric = (title: string): boolean => GENERIC.test(clean(title));

/** `Emoji Object`, `The message structure` and `DriveItem resource type` as `Emoji`, `Message`, `DriveItem`. */
export function nameOfTitle(title: string): string {
  const words = clean(title).replace(/^(?:the|an?) /i, '');
  const short = words.replace(TRAILING, '');
  return pascalCase(short === '' ? words : short) || 'Object';
}

/** Without marks, what stands in parentheses, and the colon at the end. */
const clean = (title: string): string =>
  plain(title)
    .replace(/\([^()]*\)/g, ' ')
    .replace(/[:*`_]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Words run together, each with a capital; capitals within words are kept. */
export const pascalCase = (text: string): string =>
  text
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
    .replace(/^(?=\d)/, 'N');
