import { afterAll, beforeAll, describe, it } from 'vitest';
import { checkError, checkOperation, errorsOf, openExchange, type Exchange } from './exchange.js';
import { samplePages } from './pages.js';
import { generateSdk, loadSdk, removeSdk, writeSdk, type LoadedSdk } from './sdk.js';

describe.each(['finspace-data', 'thistledown', 'workmail'])('the SDK of the sample pages of %s', (id) => {
  const generated = generateSdk(samplePages(id));
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

  it.each(generated.service.operations.map((operation) => [operation.name, operation] as const))(
    'carries %s over HTTP and back',
    async (_, operation) => {
      await checkOperation(exchange, operation, generated, 5);
      for (const error of errorsOf(operation, generated)) {
        await checkError(exchange, sdk, operation, error, generated);
      }
    },
  );
});
