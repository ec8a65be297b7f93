import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { handlers } from '../../generated/thistledown/handlers.js';
import { createHandler } from '../../generated/thistledown/index.js';
import { toNodeListener } from '../../generated/thistledown/runtime/adapters/node.js';
import { withErrorBodies } from './error-bodies.js';
import { invalid } from './failures.js';
import { openLibrary } from './opening-day.js';
import { authenticate } from './tokens.js';

/** Starts the server; `PORT` says where, 8080 unless it is set. */
const handler = createHandler(handlers, {
  authenticate,
  validationError: invalid,
  onError: (error, { operation }) => console.error(operation, error),
});
openLibrary();
const server = createServer(toNodeListener(withErrorBodies(handler), { prefix: '/v1' }));
server.listen(Number(process.env['PORT'] ?? 8080), '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  console.log(`Listening on http://127.0.0.1:${port}/v1`);
});
