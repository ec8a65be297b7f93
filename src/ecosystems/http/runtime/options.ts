import type { ClientOptions } from '../../../runtime/client/options.js';

/** What clients of every HTTP API can be given. */
export interface HttpClientOptions extends ClientOptions {
  /** Sent with every request, before the headers of single calls. */
  readonly headers?: HeadersInit | undefined;
}
