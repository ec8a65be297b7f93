import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { handlers } from '../../generated/finspace-data/handlers.js';
import { createHandler } from '../../generated/finspace-data/index.js';
import { toNodeListener } from '../../generated/finspace-data/runtime/adapters/node.js';

/** Starts the server; `PORT` says where, 8080 unless it is set. */
const handler = createHandler(handlers, {
  onError: (error, { operation }) => console.error(operation, error),
});
const server = createServer(toNodeListener(handler));
server.listen(Number(process.env['PORT'] ?? 8080), '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.log(`Listening on http://127.0.0.1:${port}`);
});
