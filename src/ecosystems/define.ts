import type { AuthScheme } from './auth.js';
import type { Dialect } from './dialect.js';
import type { Ecosystem } from './ecosystem.js';
import type { Protocol } from './protocol.js';

/** Types an ecosystem where it is written; gives it back as it is. */
export const defineEcosystem = (ecosystem: Ecosystem): Ecosystem => ecosystem;

/** Types a page format where it is written; gives it back as it is. */
export const defineDialect = (dialect: Dialect): Dialect => dialect;

/** Types a wire protocol where it is written; gives it back as it is. */
export const defineProtocol = (protocol: Protocol): Protocol => protocol;

/** Types an auth scheme where it is written; gives it back as it is. */
export const defineAuth = (scheme: AuthScheme): AuthScheme => scheme;
