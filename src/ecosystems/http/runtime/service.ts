import type { ServiceSchema } from '../../../runtime/schema/schema.js';

/** One service, as clients and servers of it need it. */
export interface HttpServiceSchema extends ServiceSchema {
  /** Of JSON-RPC; the second version where absent. */
  readonly rpc?: RpcVersion;
}

/** The version of JSON-RPC; `plain` is a method and its parameters without a version and an id. */
export type RpcVersion = '2.0' | '1.0' | 'plain';
