import type { LinkSpan } from '../../../../markdown/blocks.js';
import type { SourceRange } from '../../../../diagnostics/position.js';
import { fact } from '../../../../model/fragments.js';
import type { Known } from '../../../../model/provenance.js';
import type { Type } from '../../../../model/types.js';
import { idOf, type FoundDefinition } from './guide-context.js';
import { definitionAt, type PageContext } from './page-context.js';
import { nameOfTitle, pascalCase } from './names.js';
import { linksIn, type Phrase } from './phrase.js';
import { scalarOf } from './type-words.js';
import type { WordedType } from './worded-type.js';

/** A type that only its kind describes. */
export const plainType = (
  kind: 'string' | 'integer' | 'long' | 'double' | 'boolean' | 'file' | 'unknown' | 'document',
  source: SourceRange,
  known: Known = 'stated',
): Type => ({
  kind,
  constraints: [],
  source,
  known,
});

export const listOf = (element: Type, source: SourceRange, known: Known = 'stated'): Type => ({
  kind: 'list',
  element,
  constraints: [],
  source,
  known,
});

export const mapOf = (value: Type, source: SourceRange, known: Known = 'stated'): Type => ({
  kind: 'map',
  key: plainType('string', source, known),
  value,
  constraints: [],
  source,
  known,
});

/** An object whose members nobody describes. */
export const freeObject = (source: SourceRange, known: Known = 'stated'): Type =>
  mapOf(plainType('document', source, known), source, known);

export const referenceTo = (target: string, source: SourceRange, known: Known = 'stated'): Type => ({
  kind: 'reference',
  target,
  constraints: [],
  source,
  known,
});

/** The type of the model that worded types stand for; links and names are followed in the guide. */
export function typeOf(worded: WordedType, source: SourceRange, page: PageContext): Type {
  const type = bareType(worded, source, page);
  return worded.nullable ? { ...type, nullable: fact(true as const, source) } : type;
}

function bareType(worded: WordedType, source: SourceRange, page: PageContext): Type {
  switch (worded.kind) {
    case 'scalar':
      return {
        ...plainType(worded.scalar as 'string', source),
        ...(worded.format && { format: fact(worded.format, source) }),
      } as Type;
    case 'list':
      return listOf(typeOf(worded.element, source, page), source);
    case 'map':
      return mapOf(
        worded.value.kind === 'any' ? plainType('document', source) : typeOf(worded.value, source, page),
        source,
      );
    case 'object':
      return freeObject(source);
    case 'enum':
      return plainType('string', source);
    case 'literal':
      return {
        ...plainType('string', source),
        constraints: [{ kind: 'values', values: [worded.value], source, known: 'stated' }],
      } as Type;
    case 'oneOf':
      return choice(worded.variants, source, page);
    case 'named':
      return namedType(worded, source, page);
    default:
      return plainType('unknown', source);
  }
}

/** Literals alone are the values of a string; several types stay several. */
function choice(variants: readonly WordedType[], source: SourceRange, page: PageContext): Type {
  const literals = variants.flatMap((one) => (one.kind === 'literal' ? [one.value] : []));
  if (literals.length === variants.length)
    return {
      ...plainType('string', source),
      constraints: [{ kind: 'values', values: literals, source, known: 'stated' }],
    } as Type;
  const types = variants.map((one) => typeOf(one, source, page));
  const kinds = new Set(types.map(({ kind }) => kind));
  const [first] = types;
  if (
    first &&
    kinds.size === 1 &&
    first.kind !== 'reference' &&
    first.kind !== 'list' &&
    first.kind !== 'map'
  )
    return first;
  if ([...kinds].every((kind) => kind === 'integer' || kind === 'double' || kind === 'long'))
    return plainType('double', source);
  return { kind: 'oneOf', variants: types, constraints: [], source, known: 'stated' };
}

type Named = Extract<WordedType, { kind: 'named' }>;

function namedType(worded: Named, source: SourceRange, page: PageContext): Type {
  if (worded.ids) return plainType('string', source);
  const found = worded.link ? definitionAt(page, worded.link.url) : page.guide.objectNamed(worded.name);
  if (worded.word && !(found && isNamesake(found, worded.name))) return typeOf(worded.word, source, page);
  if (found) return definedType(found, worded, source, page);
  const scalar = scalarOf(worded.name.replace(/\b(?:a|an|the)\b/gi, '').trim(), page.guide.style.types);
  if (scalar) return bareType({ kind: 'scalar', ...scalar }, source, page);
  if (worded.saysObject || /\bobject\b/i.test(worded.link?.url.split('#')[1]?.replace(/-/g, ' ') ?? ''))
    return freeObject(source);
  return worded.link && leadsToProse(worded.link, page)
    ? plainType('string', source)
    : plainType('unknown', source);
}

/** Reports links of a type to somewhere within the guide that is not there. */
export function reportBroken(type: Phrase, page: PageContext): void {
  for (const { url, text } of linksIn(type))
    if (!/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url) && !page.guide.leadsToPlace(page.analysis.page, url))
      page.report('link-broken', { url, words: text }, type.source);
}

/** A word for a type is the name of an object where the link leads to one of that name. */
const isNamesake = ({ definition }: FoundDefinition, name: string): boolean =>
  definition.kind !== 'enum' && definition.name.toLowerCase() === nameOfTitle(name).toLowerCase();

const leadsToProse = ({ url }: LinkSpan, { guide, analysis }: PageContext): boolean =>
  guide.leadsInside(analysis.page, url) || /^https?:/.test(url);

function definedType(
  found: FoundDefinition,
  { partial }: Pick<Named, 'partial'>,
  source: SourceRange,
  page: PageContext,
): Type {
  const { definition } = found;
  if (definition.kind === 'enum') return enumType(found, source);
  return referenceTo(partial ? page.partialOf(found, page) : idOf(found), source);
}

/** A value of a list; sums of flags are integers. */
export function enumType({ definition }: FoundDefinition, source: SourceRange): Type {
  if (definition.kind !== 'enum') return plainType('unknown', source);
  const { type, values } = definition.listed;
  return { ...plainType(type, source), constraints: [{ ...values, name: definition.name }] } as Type;
}

/** An id that no other structure has: where it stands, and what for. */
export const placeId = ({ file, line, column }: SourceRange, name: string): string =>
  `${file}:${line}:${column} ${name}`;

/** `CreateEndpoint` and `config` make `CreateEndpointConfig`. */
export const innerName = (owner: string, member: string): string => `${owner}${pascalCase(member)}`;
