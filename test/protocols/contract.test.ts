import { describe, expect, it } from 'vitest';
import { http as ecosystem } from '../../src/ecosystems/http/index.js';
import { http } from '../../src/ecosystems/http/protocols/http.js';
import { httpClient } from '../../src/ecosystems/http/runtime/protocols/http/client.js';
import { httpServer } from '../../src/ecosystems/http/runtime/protocols/http/server.js';
import type { ClientProtocol } from '../../src/runtime/messages.js';
import { testProtocol, type ProtocolContract } from '../../src/plugin/testing/protocol.js';

/** What the suite declares, run here and now: the titles of the tests that fail. */
async function failuresOf(parts: Partial<ProtocolContract>): Promise<readonly string[]> {
  const declared: [string, () => Promise<void>][] = [];
  const test = (title: string, run: () => Promise<void>): void => void declared.push([title, run]);
  testProtocol({ ecosystem, protocol: http, client: httpClient, server: httpServer, test, ...parts });
  const failed: string[] = [];
  for (const [title, run] of declared) await run().catch(() => failed.push(title));
  return failed;
}

describe('the contract suite', () => {
  it('finds nothing where all is well', async () => {
    expect(await failuresOf({})).toEqual([]);
  });

  it('finds a client that leaves something out', async () => {
    const forgetful: ClientProtocol = {
      ...httpClient,
      serialise: (...given) => ({ ...httpClient.serialise(...given), search: '' }),
    };
    expect(await failuresOf({ client: forgetful })).toContain('carries members of path, query and headers');
  });

  it('finds an ability that is declared and not there', async () => {
    const client: ClientProtocol = {
      ...httpClient,
      serialise(...given) {
        const written = httpClient.serialise(...given);
        delete written.headers['cookie'];
        return written;
      },
    };
    expect(await failuresOf({ client })).toEqual(['carries cookies']);
  });

  it('fails for a skip that has become needless, or was never needed', async () => {
    const skip = { 'carries cookies': 'not yet', 'carries pigeons': 'never' };
    expect(await failuresOf({ skip })).toEqual(['carries cookies', 'skips nothing that there is not']);
  });
});
