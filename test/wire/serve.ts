import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FetchHandler } from '../../src/runtime/server/server.js';
import type { LoadedSdk } from './sdk.js';

export interface RunningServer {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** Serves a generated handler on a free port of this machine. */
export async function serve(sdk: LoadedSdk, handler: FetchHandler): Promise<RunningServer> {
  const server = createServer({ keepAliveTimeout: 600_000 }, sdk.toNodeListener(handler));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
