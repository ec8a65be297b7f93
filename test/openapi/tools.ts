import { BaseResolver, createConfig, lintDocument, makeDocumentFromString } from '@redocly/openapi-core';
import { Validator } from '@seriousme/openapi-schema-validator';
import type { Fields } from './documents.js';

const rules = createConfig({ extends: ['recommended'] });

/** What the linter holds for an error, by its recommended rules. */
export async function lintErrors(document: Fields): Promise<readonly string[]> {
  const source = makeDocumentFromString(JSON.stringify(document), 'openapi.json');
  const problems = await lintDocument({
    document: source,
    externalRefResolver: new BaseResolver(),
    config: await rules,
  });
  return problems
    .filter(({ severity }) => severity === 'error')
    .map(({ ruleId, message, location }) => `${ruleId}: ${message} at ${location[0]?.pointer ?? ''}`);
}

/** What the validator says against the published schema of its version of OpenAPI. */
export async function schemaErrors(document: Fields): Promise<unknown> {
  const { valid, errors } = await new Validator().validate(structuredClone(document));
  return valid ? [] : errors;
}
