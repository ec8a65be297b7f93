import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { publishedSchemas, schemaText } from './published-schemas.js';

/** `UPDATE=1` writes the schemas anew after a change of the types. */
const update = process.env['UPDATE'] === '1';

describe.each(publishedSchemas)('$path', (schema) => {
  it('says what its TypeScript type says', { timeout: 60_000 }, async () => {
    const expected = await schemaText(schema);
    if (update) writeFileSync(schema.path, expected);
    expect(readFileSync(schema.path, 'utf8')).toBe(expected);
  });

  it('is a valid schema of its draft', () => {
    const ajv =
      schema.draft === '07'
        ? new Ajv({ strict: true, allowUnionTypes: true })
        : new Ajv2020({ allowUnionTypes: true });
    const text: unknown = JSON.parse(readFileSync(schema.path, 'utf8'));
    expect(() => ajv.compile(Object(text))).not.toThrow();
  });
});
