/** What every part has to hold, as functions that a plug-in's own tests call; they need no test framework. */
export { testDialect, type DialectSuite } from './dialect.js';
export { testEmitter, type EmitterSuite } from './emitter.js';
export { sampleService } from './sample-service.js';
export type { DeclareTest } from './suite.js';
