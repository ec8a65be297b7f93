import type { Connection } from '../../../runtime/client/connection.js';
import type { ClientProtocol } from '../../../runtime/messages.js';
import type { ServiceSchema } from '../../../runtime/schema/schema.js';
import { connect } from './client.js';
import type { AwsClientOptions } from './options.js';

/** What has to be said of a service that no catalogue knows. */
export interface UnknownServiceOptions extends AwsClientOptions {
  readonly endpoint: string | URL;
  /** The name that requests are signed for; `none` where they are not signed. */
  readonly signingName: string;
}

/** Binds a service of which nobody knows host and signature to what the caller says of them. Nothing is sent yet. */
export function connectUnknown(
  service: ServiceSchema,
  protocol: ClientProtocol,
  _settings: object,
  { signingName, credentials, ...options }: UnknownServiceOptions,
): Connection {
  const signed = signingName === 'none' ? undefined : credentials;
  return connect({ ...service, endpointPrefix: '', signingName }, protocol, {
    ...options,
    credentials: signed,
  });
}
