import type { ScalarType, ValuesConstraint } from '../../model/types.js';
import { markdownBlocks } from '../../render/prose.js';
import { visibleSource } from '../../render/literals.js';
import { boundedScalar, int32, type JsonSchema, safe, type SchemaStyle } from '../json-schema/types.js';

/** As OpenAPI's registry of formats names them. */
function formattedScalar(kind: ScalarType['kind']): JsonSchema {
  switch (kind) {
    case 'integer':
      return { type: 'integer', format: 'int32' };
    case 'long':
      return { type: 'integer', format: 'int64' };
    case 'float':
    case 'double':
      return { type: 'number', format: kind };
    default:
      return plainScalar(kind);
  }
}

/** Their bounds are said by a format, or not at all. */
const plainScalar = (kind: ScalarType['kind']): JsonSchema =>
  kind === 'integer' || kind === 'long' ? { type: 'integer' } : boundedScalar(kind);

/**
 * Generators print patterns as literals of their language. Some take `\u` escapes for what they stand for, so that a line
 * break ends the literal; `\x` escapes mean the same and are left alone.
 */
const portableSource = (source: string): string =>
  withoutAstralRange(visibleSource(source)).replace(
    /\\(?:u00([0-9a-f]{2})|[^])/giu,
    (escape: string, code?: string) => (code === undefined ? escape : `\\x${code}`),
  );

/** All code points beyond the first 65,536, as pages spell them in a class; without the flag `u` it is no range. */
const astralRange = /\\uD800\\uDC00-\\uDBFF\\uDFFF/iu;
/** The same, with the flag (the second alternative) and without it (the first), which most generators leave out. */
const astralPoint = '[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]|[^\\0-\\uFFFF]';

const withoutAstralRange = (source: string): string =>
  source.replace(/\\[^]|\[(?:\\[^]|[^\]\\])*\]/gu, (token) =>
    /^\[(?!\^)/u.test(token) && astralRange.test(token)
      ? `(?:${token.replace(astralRange, '')}|${astralPoint})`
      : token,
  );

/** `x-` members that generators know, for what values are called and what they mean; and the bits of flags. */
function aboutValues({ values, details = {}, flags }: ValuesConstraint): JsonSchema {
  const known = values.map((value) =>
    Object.hasOwn(details, String(value)) ? details[String(value)] : undefined,
  );
  if (flags) return { 'x-flags': values.map((value, at) => ({ value, ...known[at] })) };
  const isNamed = known.some((one) => one?.name !== undefined);
  const isDescribed = known.some((one) => one?.description !== undefined);
  return {
    ...(isNamed && { 'x-enum-varnames': values.map((value, at) => known[at]?.name ?? String(value)) }),
    ...(isDescribed && { 'x-enum-descriptions': known.map((one) => markdownBlocks(one?.description ?? '')) }),
  };
}

/** For generators and readers: numbers have formats, and open values name what is known beside what is not. */
export const smithyStyle: SchemaStyle = {
  scalar: formattedScalar,
  timestamp: {
    epochSeconds: { type: 'number', 'x-timestamp-format': 'epochSeconds' },
    dateTime: { type: 'string', format: 'date-time' },
    httpDate: { type: 'string', format: 'http-date' },
  },
  format: (format) => ({ format }),
  aboutValues,
  openValues: (values) => {
    const type = typeof values[0] === 'number' ? 'number' : 'string';
    return { anyOf: [{ type, enum: values }, { type }] };
  },
  integers: int32,
  clampsBounds: false,
  pattern: portableSource,
  unknownShape: {},
};

/**
 * For services of which pages do not say more than they write: an integer has no width, and a list of values is what the
 * service gives.
 */
export const plainStyle: SchemaStyle = {
  ...smithyStyle,
  scalar: plainScalar,
  integers: safe,
  saysZero: true,
  wrapsReferences: true,
  openValues: (values) => ({ enum: values }),
};
