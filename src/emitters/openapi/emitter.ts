import { printJson } from '../../render/json.js';
import type { Emitter } from '../emitter.js';
import { toOpenApi, unsaidInOpenApi } from './document.js';

/** `openapi.json`: the service as an OpenAPI document (3.1, or 3.2 where a method needs it), for the tools of that ecosystem. */
export const openapi: Emitter = {
  id: 'openapi',
  summary: 'an OpenAPI description of the service',
  optional: true,
  unsaid: unsaidInOpenApi,
  emit: (bound, { validation }) => [
    { path: 'openapi.json', content: printJson(toOpenApi(bound, validation)) },
  ],
};
