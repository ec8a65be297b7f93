/**
 * The modules of the runtime that fit a server to a framework. Nothing generated imports them: people do, from
 * `runtime/` or from the package under the module's name.
 */
export const adapters: readonly string[] = ['express', 'fastify', 'hono', 'node'];
