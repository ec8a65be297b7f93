/** What every part has to hold, as functions that a plug-in's own tests call; they need no test framework. */
export { testDialect, type DialectSuite } from './dialect.js';
export { testAuthScheme, type AuthContract } from './auth-scheme.js';
export * as build from './build-model.js';
export { testEmitter, type EmitterSuite } from './emitter.js';
export { testProtocol, type ProtocolContract } from './protocol.js';
export { sampleService } from './sample-service.js';
export type { DeclareTest } from './suite.js';
