import type { ScalarType } from '../../ir/types.js';
import { visibleSource } from '../../render/literals.js';
import type { JsonSchema, SchemaStyle } from '../json-schema/types.js';

/** As OpenAPI's registry of formats names them. */
function formattedScalar(kind: ScalarType['kind']): JsonSchema {
  switch (kind) {
    case 'string':
    case 'boolean':
      return { type: kind };
    case 'integer':
      return { type: 'integer', format: 'int32' };
    case 'long':
      return { type: 'integer', format: 'int64' };
    case 'float':
    case 'double':
      return { type: 'number', format: kind };
    case 'blob':
      return { type: 'string', contentEncoding: 'base64' };
    case 'document':
      return {};
  }
}

/**
 * Generators print patterns as literals of their language. Some take `\u` escapes for what they stand for, so that a line
 * break ends the literal; `\x` escapes mean the same and are left alone.
 */
const portableSource = (source: string): string =>
  visibleSource(source).replace(/\\(?:u00([0-9a-f]{2})|[^])/giu, (escape: string, code?: string) =>
    code === undefined ? escape : `\\x${code}`,
  );

/** For generators and readers: numbers have formats, and open values name what is known beside what is not. */
export const openApiStyle: SchemaStyle = {
  scalar: formattedScalar,
  timestamp: {
    epochSeconds: { type: 'number', 'x-timestamp-format': 'epochSeconds' },
    dateTime: { type: 'string', format: 'date-time' },
    httpDate: { type: 'string', format: 'http-date' },
  },
  openValues: (values) => {
    const type = typeof values[0] === 'number' ? 'number' : 'string';
    return { anyOf: [{ type, enum: values }, { type }] };
  },
  clampsBounds: false,
  pattern: portableSource,
  unknownShape: {},
};
