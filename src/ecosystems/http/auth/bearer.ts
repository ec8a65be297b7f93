import type { AuthScheme } from '../../auth.js';
import { optionalProblem, textOption, unknownProblem } from './option-checks.js';

/** A token in a header, behind `Bearer` or whatever word the service wants before it. */
export const bearer: AuthScheme = {
  id: 'bearer',
  summary: 'a token in a header, behind a word such as `Bearer`',
  check: (options) =>
    unknownProblem(options, ['header', 'prefix']) ??
    optionalProblem(options, 'header') ??
    optionalProblem(options, 'prefix'),
  runtime: {
    authorizer: { module: 'http/auth/bearer', name: 'bearer' },
    credentials: { module: 'http/auth/bearer', name: 'BearerToken' },
  },
  sample: "'...'",
  openapi({ options }) {
    const header = textOption(options, 'header') ?? 'Authorization';
    const prefix = textOption(options, 'prefix') ?? 'Bearer';
    if (/^authorization$/i.test(header) && /^\w+$/.test(prefix)) {
      return { type: 'http', scheme: prefix.toLowerCase() };
    }
    return { type: 'apiKey', in: 'header', name: header, description: `A token behind \`${prefix}\`.` };
  },
};
