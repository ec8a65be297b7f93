import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { toNodeListener } from '../../src/runtime/adapters/node.js';
import { restJson1Server } from '../../src/ecosystems/aws/runtime/protocols/rest-json/server.js';
import { createFetchHandler } from '../../src/runtime/server/server.js';
import { verifySignature } from '../support/verify-signature.js';
import { type Book, bookService, createBook } from './books.js';

const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);
const key = { accessKeyId: 'AKID', secretAccessKey: 'secret' };

const script = `
  import { connect } from '../../src/ecosystems/aws/runtime/client.js';
  import { send } from '../../src/runtime/client/send.js';
  import { restJson1Client } from '../../src/ecosystems/aws/runtime/protocols/rest-json/client.js';
  import { bookService, createBook } from './books.js';
  const options = { endpoint: location.origin, region: 'eu-west-1', credentials: ${JSON.stringify(key)} };
  const book = { id: 'a b', title: 'Æ', cover: new Uint8Array([1, 2, 255]), tags: ['x', 'y'], shelf: 'top' };
  send(connect(bookService, restJson1Client, options), createBook, book).then(
    (output) => { document.title = JSON.stringify({ ...output, cover: [...output.cover] }); },
    (error) => { document.title = String(error); },
  );
`;

/** A server of the page with the client, and of the service that checks what the client signs. */
async function listen(): Promise<{ url: string; stop(): unknown }> {
  const stdin = { contents: script, resolveDir: import.meta.dirname, loader: 'ts' as const };
  const { outputFiles } = await build({
    stdin,
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
  });
  const handler = createFetchHandler(
    bookService,
    restJson1Server,
    [{ operation: createBook, handler: async (input: Book) => input }],
    { authenticate: verifySignature(() => key) },
  );
  const service = toNodeListener(handler);
  const page = `<!doctype html><meta charset="utf-8"><script type="module">${outputFiles[0]!.text}</script>`;
  const server = createServer((request, response) => {
    if (request.url === '/') response.setHeader('content-type', 'text/html').end(page);
    else void service(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, stop: () => (server.closeAllConnections(), server.close()) };
}

describe.skipIf(!chromium)('in Chromium (skipped where it is not installed)', () => {
  it('a client signs with web crypto and understands the answer', async () => {
    const { url, stop } = await listen();
    const profile = mkdtempSync(join(tmpdir(), 'chromium-'));
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      `--user-data-dir=${profile}`,
    ];
    const { stdout } = await promisify(execFile)(chromium!, [
      ...flags,
      '--virtual-time-budget=10000',
      '--dump-dom',
      url,
    ]);
    stop();
    rmSync(profile, { recursive: true, force: true });
    const title = /<title>(.*?)<\/title>/.exec(stdout)?.[1]?.replaceAll('&quot;', '"');
    expect(JSON.parse(title ?? 'null')).toEqual({
      id: 'a b',
      title: 'Æ',
      cover: [1, 2, 255],
      tags: ['x', 'y'],
      shelf: 'top',
    });
  }, 60_000);
});
