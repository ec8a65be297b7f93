import type { AuthScheme } from '../../auth.js';
import { optionalProblem, textOption, textProblem, unknownProblem } from './option-checks.js';

/** A key in a header, a parameter of the query or a cookie. */
export const apiKey: AuthScheme = {
  id: 'apiKey',
  summary: 'a key in a header, in the query or in a cookie',
  check: (options) =>
    unknownProblem(options, ['in', 'name', 'prefix']) ??
    textProblem(options, 'in', ['header', 'query', 'cookie']) ??
    textProblem(options, 'name') ??
    optionalProblem(options, 'prefix'),
  runtime: {
    authorizer: { module: 'http/auth/api-key', name: 'apiKey' },
    credentials: { module: 'http/auth/api-key', name: 'ApiKey' },
  },
  sample: "'...'",
  openapi({ options }) {
    const prefix = textOption(options, 'prefix');
    return {
      type: 'apiKey',
      in: textOption(options, 'in') ?? 'header',
      name: textOption(options, 'name') ?? '',
      ...(prefix !== undefined && { description: `The key stands behind \`${prefix}\`.` }),
    };
  },
};
