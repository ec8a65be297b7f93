import type { ClientOptions } from '../../../runtime/client/options.js';

/** What clients of this ecosystem are given. */
export interface TemplateClientOptions extends ClientOptions {
  readonly endpoint: string;
}
