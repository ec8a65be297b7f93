import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { schema } from '../validators/emitted.js';

/**
 * Started by the bench as `serve.js CONTENDER FOLDER`: serves one operation on any port, tells the port, and tells how
 * much CPU time it has used whenever it is asked.
 */
const [contender, folder] = process.argv.slice(2);
const answer = ({ FunctionName }) => ({
  FunctionArn: `arn:aws:lambda:::function:${FunctionName}`,
  Version: '1',
});
const onAnyPort = { host: '127.0.0.1', port: 0 };

const contenders = {
  'docwright, node:http': async () => {
    const { toNodeListener } = await own('runtime/adapters/node.js');
    return listening(createServer(toNodeListener(await handler())));
  },
  'docwright, Hono': async () => {
    const { toHonoHandler } = await own('runtime/adapters/hono.js');
    const { Hono } = await import('hono');
    return serveHono(new Hono().all('*', toHonoHandler(await handler())));
  },
  'docwright, Fastify': async () => {
    const { toFastifyPlugin } = await own('runtime/adapters/fastify.js');
    const { default: fastify } = await import('fastify');
    const app = fastify();
    await app.register(toFastifyPlugin(await handler()));
    await app.listen(onAnyPort);
    return app.server;
  },
  'Fastify, schema': async () => {
    const { default: fastify } = await import('fastify');
    const { $schema: _, ...body } = schema;
    const text = { type: 'string' };
    const output = { type: 'object', properties: { FunctionArn: text, Version: text } };
    const app = fastify({ ajv: { customOptions: { strict: false, logger: false } } });
    app.post('/functions', { schema: { body, response: { 201: output } } }, async (request, reply) => {
      reply.code(201);
      return answer(request.body);
    });
    await app.listen(onAnyPort);
    return app.server;
  },
  'Hono, zod': async () => {
    const { Hono } = await import('hono');
    const { sValidator } = await import('@hono/standard-validator');
    const { createFunctionInput } = await import('../validators/schemas/zod.js');
    const app = new Hono();
    app.post('/functions', sValidator('json', createFunctionInput), (context) =>
      context.json(answer(context.req.valid('json')), 201),
    );
    return serveHono(app);
  },
  'node:http, validator alone': async () => {
    const { CreateFunctionInputSchema } = await own('validators.js');
    return listening(createServer((request, response) => bare(CreateFunctionInputSchema, request, response)));
  },
};

const own = (file) => import(pathToFileURL(join(folder, file)).href);

async function handler() {
  const { createHandler } = await own('server.js');
  return createHandler({ createFunction: async (input) => answer(input) });
}

async function listening(server) {
  server.listen(onAnyPort);
  await once(server, 'listening');
  return server;
}

async function serveHono(app) {
  const { serve } = await import('@hono/node-server');
  const server = serve({ fetch: app.fetch, hostname: onAnyPort.host, port: 0 });
  if (!server.listening) await once(server, 'listening');
  return server;
}

/** The least that a server of this operation can do. */
function bare(validator, request, response) {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const { issues, value } = validator.validate(JSON.parse(Buffer.concat(chunks).toString()));
    response.statusCode = issues ? 400 : 201;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(issues ?? answer(value)));
  });
}

const server = await contenders[contender]();
process.on('message', () => process.send(process.cpuUsage()));
process.on('disconnect', () => process.exit());
process.send({ port: server.address().port });
