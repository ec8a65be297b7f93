import { fork } from 'node:child_process';
import { once } from 'node:events';
import { median, ratioOf } from '../measure.js';
import { versionsOf } from '../versions.js';
import { sendRequests } from './load.js';
import { buildServerPackage } from './package.js';

const names = [
  'docwright, node:http',
  'docwright, Hono',
  'docwright, Fastify',
  'Fastify, schema',
  'Hono, zod',
  'node:http, validator alone',
];
const rounds = 15;
const requestsPerRound = 800;
/** Until the engine has compiled what it is going to: some 8,000 requests, and as many of each server. */
const warmUpRounds = 10;

/**
 * Servers of one POST with an input of 21 members that is validated, each in a process of its own. Compared is how many
 * requests a second of its CPU time answers: what the machine does beside it counts little then.
 */
export async function run() {
  const folder = await buildServerPackage();
  const servers = await Promise.all(names.map((name) => start(name, folder)));
  const rates = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = -warmUpRounds; round < rounds; round++) {
    for (const server of servers) {
      const rate = await requestsPerSecond(server);
      if (round >= 0) rates[server.name].push(rate);
    }
  }
  for (const { child } of servers) child.disconnect();
  const over = (name, other) => ratioOf(rates, name, other);
  return {
    versions: versionsOf('fastify', 'hono', '@hono/node-server', 'zod'),
    ratios: {
      node_over_fastify: over('docwright, node:http', 'Fastify, schema'),
      hono_over_hono_zod: over('docwright, Hono', 'Hono, zod'),
      fastify_over_fastify: over('docwright, Fastify', 'Fastify, schema'),
      node_over_bare: over('docwright, node:http', 'node:http, validator alone'),
    },
    table: [
      ['server', 'requests/s', 'over fastify'],
      ...names.map((name) => [
        name,
        median(rates[name]).toFixed(0),
        over(name, 'Fastify, schema').toFixed(2),
      ]),
    ],
    notes: ['requests/s: answered in a second of the CPU time of the server, 16 connections kept open.'],
  };
}

async function start(name, folder) {
  const child = fork(new URL('serve.js', import.meta.url), [name, folder]);
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(`${name} does not start`)));
  const [{ port }] = await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  return { name, child, port };
}

async function requestsPerSecond({ child, port }) {
  const before = await cpuSeconds(child);
  await sendRequests(port, requestsPerRound);
  return requestsPerRound / ((await cpuSeconds(child)) - before);
}

async function cpuSeconds(child) {
  child.send('usage');
  const [{ user, system }] = await once(child, 'message');
  return (user + system) / 1_000_000;
}
