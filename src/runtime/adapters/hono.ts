import type { FetchHandler } from '../server/server.js';

/** The part of Hono's context that is used. */
export interface HonoContext {
  readonly req: { readonly raw: Request };
}

/** A handler for `app.all('*', ...)`. Under a path, mount the handler itself: `app.mount('/path', handler)`. */
export function toHonoHandler(handler: FetchHandler): (context: HonoContext) => Promise<Response> {
  return (context) => handler(context.req.raw);
}
