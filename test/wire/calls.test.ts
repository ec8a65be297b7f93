import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collector } from '../../src/diagnostics/report.js';
import { reportLeftOut } from '../../src/emitters/emit.js';
import { documentOf } from '../openapi/documents.js';
import { lintErrors, schemaErrors } from '../openapi/tools.js';
import { typeErrors, usesAny } from '../emitters/support/compile.js';
import { checkError, checkOperation, errorsOf, openExchange, type Exchange } from './exchange.js';
import { generateSdk, loadSdk, removeSdk, writeSdk, type LoadedSdk } from './sdk.js';

const page = (name: string) => {
  const url = new URL(`../fixtures/http/forms/${name}`, import.meta.url);
  return { path: `guide/${name}`, text: readFileSync(url, 'utf8') };
};

describe.each(['json-rpc.md', 'method-list.md'])('the SDK of methods that are called by name: %s', (name) => {
  const generated = generateSdk([page(name)]);
  let folder: string;
  let sdk: LoadedSdk;
  let exchange: Exchange;
  beforeAll(async () => {
    folder = writeSdk(generated.files);
    sdk = await loadSdk(folder);
    exchange = await openExchange(generated, sdk);
  });
  afterAll(async () => {
    await exchange.stop();
    removeSdk(folder);
  });

  it('compiles under every flag, without any', () => {
    expect(typeErrors(generated.files)).toEqual([]);
    expect(generated.files.filter(({ path }) => path.endsWith('.ts')).filter(usesAny)).toEqual([]);
  }, 120_000);

  it('has an OpenAPI document that is valid', async () => {
    const document = documentOf(generated.bound);
    expect(await schemaErrors(document)).toEqual([]);
    expect(await lintErrors(document)).toEqual([]);
  });

  it.each(generated.service.operations.map((operation) => [operation.name, operation] as const))(
    'carries %s over HTTP and back',
    async (_, operation) => {
      await checkOperation(exchange, operation, generated, 10);
      for (const error of errorsOf(operation, generated))
        await checkError(exchange, sdk, operation, error, generated);
    },
  );
});

const left = (name: string, ids: readonly string[]) => {
  const { report, diagnostics } = collector();
  reportLeftOut(generateSdk([page(name)]).bound, ids, report);
  return diagnostics.filter(({ code }) => code === 'not-expressible').map(({ message }) => message);
};

it('says what other forms have no words for', () => {
  expect(left('json-rpc.md', ['openapi'])).toEqual([
    expect.stringContaining('told with a status of success'),
  ]);
  expect(left('json-rpc.md', ['json-schema'])).toEqual([expect.stringContaining('stands around')]);
  expect(left('method-list.md', ['openapi'])).toEqual([
    expect.stringContaining('variables of servers without a default'),
  ]);
});

it('writes calls by position and by name into OpenAPI', () => {
  const file = generateSdk([page('json-rpc.md')]).files.find(({ path }) => path.endsWith('openapi.json'));
  const { paths } = JSON.parse(file?.content ?? '{}') as { paths: Readonly<Record<string, unknown>> };
  expect(Object.keys(paths)).toContain('/#method=sensor.read');
  expect(JSON.stringify(paths['/#method=sensor.read'])).toContain('"prefixItems"');
  expect(JSON.stringify(paths['/#method=sensor.mount'])).toContain('"method":{"const":"sensor.mount"}');
});
