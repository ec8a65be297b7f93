import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasShared, needsShared, sharedPages } from '../shared.js';
import { compileSdk, flags } from './compile.js';
import { checkError, checkOperation, errorsOf, openExchange, type Exchange } from './exchange.js';
import { generateSdk, loadSdk, removeSdk, writeSdk, type GeneratedSdk, type LoadedSdk } from './sdk.js';

const services = [
  ['awsdocs', 'lambda'],
  ['current', 'workmail'],
  ['current', 'finspace-data'],
] as const;

describe.skipIf(!hasShared).each(services)(`the SDK of all pages of %s/%s${needsShared}`, (form, id) => {
  const generated: GeneratedSdk | undefined = hasShared
    ? generateSdk(sharedPages('corpus', form, id))
    : undefined;
  const operations = generated?.service.operations ?? [];
  let folder: string;
  let sdk: LoadedSdk;
  let exchange: Exchange;
  beforeAll(async () => {
    if (!generated) return;
    folder = writeSdk(generated.files);
    sdk = await loadSdk(folder);
    exchange = await openExchange(generated, sdk);
  });
  afterAll(async () => {
    if (!generated) return;
    await exchange.stop();
    removeSdk(folder);
  });

  it('compiles under every flag and holds no any', () => {
    expect(compileSdk(folder)).toEqual({ flags, errors: [], anys: [] });
  });

  it.each(operations.map((operation) => [operation.name, operation] as const))(
    'carries %s over HTTP and back',
    async (_, operation) => {
      if (!generated) return;
      await checkOperation(exchange, operation, generated, 20);
      for (const error of errorsOf(operation, generated)) {
        await checkError(exchange, sdk, operation, error, generated);
      }
    },
  );
});
