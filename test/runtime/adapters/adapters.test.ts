import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { send } from '../../../src/runtime/client/send.js';
import { toExpressHandler } from '../../../src/runtime/adapters/express.js';
import { toFastifyPlugin } from '../../../src/runtime/adapters/fastify.js';
import { toHonoHandler } from '../../../src/runtime/adapters/hono.js';
import { toNodeListener } from '../../../src/runtime/adapters/node.js';
import { createBook } from '../books.js';
import { describeAdapter, type Running } from './contract.js';
import { connectTo, shelf } from './shelf.js';

async function running(server: Server, path = ''): Promise<Running> {
  if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}${path}`,
    stop: () => new Promise((resolve) => void (server.close(resolve), server.closeAllConnections())),
  };
}

const onAnyPort = { port: 0, host: '127.0.0.1' };

describeAdapter('node:http', () => running(createServer(toNodeListener(shelf())).listen(onAnyPort)));

describeAdapter('node:http under a prefix', () =>
  running(createServer(toNodeListener(shelf(), { prefix: '/v1' })).listen(onAnyPort), '/v1'),
);

describeAdapter('Express', () => running(express().use(toExpressHandler(shelf())).listen(0, '127.0.0.1')));

describeAdapter('Express under a path', () =>
  running(express().use('/api', toExpressHandler(shelf())).listen(0, '127.0.0.1'), '/api'),
);

describeAdapter('Fastify', async () => {
  const app = fastify();
  await app.register(toFastifyPlugin(shelf()));
  await app.listen(onAnyPort);
  return running(app.server);
});

describeAdapter('Fastify under a prefix', async () => {
  const app = fastify();
  await app.register(toFastifyPlugin(shelf()), { prefix: '/api' });
  await app.listen(onAnyPort);
  return running(app.server, '/api');
});

describeAdapter('Hono', () => {
  const app = new Hono().all('*', toHonoHandler(shelf()));
  return running(serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server);
});

describeAdapter('Hono under a path', () => {
  const app = new Hono().mount('/api', shelf());
  return running(serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server, '/api');
});

it('Express: reads what a body parser has left', async () => {
  const app = express().use(express.json(), toExpressHandler(shelf()));
  const server = await running(app.listen(0, '127.0.0.1'));
  const book = { id: 'x', title: 'y' };
  await expect(send(connectTo(server.endpoint), createBook, book)).resolves.toEqual(book);
  await server.stop();
});
