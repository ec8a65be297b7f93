import type { ServiceSchema } from '../../../runtime/schema/schema.js';

/** One service, as clients and servers of it need it. */
export interface AwsServiceSchema extends ServiceSchema {
  /** The host name up to the Region, such as `finspace-api`. */
  readonly endpointPrefix: string;
  readonly signingName: string;
  /** The whole host name, where it does not depend on the Region. */
  readonly globalEndpoint?: string;
  /** What stands before the operation's name in `X-Amz-Target`. */
  readonly targetPrefix?: string;
}
