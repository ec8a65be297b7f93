import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedPath } from '../shared.js';
import { compileSdk, flags } from './compile.js';
import { checkError, checkOperation, errorsOf, openExchange, type Exchange } from './exchange.js';
import { pagesBelow } from './pages.js';
import { generateSdk, loadSdk, removeSdk, writeSdk, type GeneratedSdk, type LoadedSdk } from './sdk.js';

const hasGuides = existsSync(sharedPath('rest', 'pages'));
const needsGuides = hasGuides ? '' : ' (left out: the folder ../shared/rest is missing)';

/** How often each operation is called. */
const guides = [
  { id: 'binance', runs: 10 },
  { id: 'discord', runs: 8 },
  { id: 'mastodon', runs: 6 },
  { id: 'vault', runs: 5 },
  { id: 'github', runs: 5 },
  { id: 'grafana', runs: 5 },
  { id: 'inbound-mintlify', runs: 5 },
  { id: 'nextcloud-forms', runs: 5 },
  { id: 'onedrive', runs: 5 },
];

describe.skipIf(!hasGuides).each(guides)(`the SDK of all pages of $id${needsGuides}`, ({ id, runs }) => {
  const generated: GeneratedSdk | undefined = hasGuides
    ? generateSdk(pagesBelow(sharedPath('rest', 'pages', id)))
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
      await checkOperation(exchange, operation, generated, runs);
      for (const error of errorsOf(operation, generated)) {
        await checkError(exchange, sdk, operation, error, generated);
      }
    },
  );
});
