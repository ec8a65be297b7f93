import { toNodeListener, type NodeRequest, type NodeResponse } from './node.js';
import type { FetchHandler } from '../server/server.js';

interface FastifyRequest {
  readonly raw: NodeRequest;
}

interface FastifyReply {
  readonly raw: NodeResponse;
  hijack(): unknown;
}

/** The part of a Fastify instance that is used. */
export interface FastifyInstance {
  readonly prefix: string;
  removeAllContentTypeParsers(): void;
  addContentTypeParser(
    type: string,
    parser: (request: unknown, payload: unknown, done: (error: null) => void) => void,
  ): unknown;
  all(path: string, handler: (request: FastifyRequest, reply: FastifyReply) => void): unknown;
}

/** A plugin for `fastify.register`, with a prefix or without; it answers every request under it. */
export function toFastifyPlugin(handler: FetchHandler): (fastify: FastifyInstance) => Promise<void> {
  return async (fastify) => {
    // The body is left to the handler, whatever its type.
    fastify.removeAllContentTypeParsers();
    fastify.addContentTypeParser('*', (_request, _payload, done) => done(null));
    const listener = toNodeListener(handler, { prefix: fastify.prefix });
    fastify.all('/*', (request, reply) => {
      reply.hijack();
      void listener(request.raw, reply.raw);
    });
  };
}
