import type { ClientOptions } from '../../../runtime/client/options.js';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
  /** From when on a provider is asked again. */
  readonly expiration?: Date | undefined;
}

/** Gives credentials; asked again shortly before they expire. */
export type CredentialsProvider = () => Credentials | Promise<Credentials>;

/** What a client of the service can be given. */
export interface AwsClientOptions extends ClientOptions {
  /** Such as `eu-west-1`. May be left out where `endpoint` is given and requests are not signed. */
  readonly region?: string | undefined;
  /** Where requests go instead of the service's own endpoint; a path is put before every operation's. */
  readonly endpoint?: string | URL | undefined;
  /** The endpoint whose cryptography meets FIPS 140, `service-fips.region...`; a few services have others: see theirs. */
  readonly useFips?: boolean | undefined;
  /** The endpoint for IPv4 and IPv6, `service.region.api.aws` in most Regions; a few services have others: see theirs. */
  readonly useDualstack?: boolean | undefined;
  /** Absent: requests are not signed. */
  readonly credentials?: Credentials | CredentialsProvider | undefined;
  /** False keeps the host as it is where an operation would put a prefix before it. */
  readonly hostPrefix?: boolean | undefined;
}
