import type { AuthScheme } from '../../auth.js';
import { unknownProblem } from './option-checks.js';

/** Name and password in the header `Authorization`. */
export const basic: AuthScheme = {
  id: 'basic',
  summary: 'name and password, as HTTP itself has it',
  check: (options) => unknownProblem(options, []),
  runtime: {
    authorizer: { module: 'http/auth/basic', name: 'basic' },
    credentials: { module: 'http/auth/basic', name: 'BasicLogin' },
  },
  sample: "{ username: '...', password: '...' }",
  openapi: () => ({ type: 'http', scheme: 'basic' }),
};
