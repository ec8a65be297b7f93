import type { JsonValue } from '../../../model/model.js';
import type { AuthScheme } from '../../auth.js';
import { optionalProblem, type Options, textOption, unknownProblem } from './option-checks.js';

/** Access tokens of OAuth 2, which a client gets with its secret or with a refresh token. */
export const oauth2: AuthScheme = {
  id: 'oauth2',
  summary: 'access tokens of OAuth 2, got with a secret or a refresh token',
  check: (options) =>
    unknownProblem(options, ['tokenUrl', 'authorizationUrl', 'scopes', 'clientAuth', 'prefix']) ??
    optionalProblem(options, 'tokenUrl') ??
    optionalProblem(options, 'authorizationUrl') ??
    optionalProblem(options, 'prefix') ??
    optionalProblem(options, 'clientAuth', ['basic', 'body']) ??
    (isScopes(options.scopes) ? undefined : '`scopes` is not a list of texts'),
  runtime: {
    authorizer: { module: 'http/auth/oauth2', name: 'oauth2' },
    credentials: { module: 'http/auth/oauth2', name: 'OAuth2Credentials' },
  },
  sample: "{ clientId: '...', clientSecret: '...' }",
  openapi({ options }) {
    const tokenUrl = textOption(options, 'tokenUrl');
    // OpenAPI knows no flow without its URLs.
    const authorizationUrl = textOption(options, 'authorizationUrl');
    const scopes = scopesOf(options);
    if (tokenUrl !== undefined && authorizationUrl !== undefined) {
      return { type: 'oauth2', flows: { authorizationCode: { authorizationUrl, tokenUrl, scopes } } };
    }
    if (tokenUrl === undefined) return { type: 'http', scheme: 'bearer', description: 'A token of OAuth 2.' };
    return { type: 'oauth2', flows: { clientCredentials: { tokenUrl, scopes } } };
  },
};

const isScopes = (scopes: JsonValue | undefined): boolean =>
  scopes === undefined || (Array.isArray(scopes) && scopes.every((scope) => typeof scope === 'string'));

const scopesOf = ({ scopes }: Options): { readonly [scope: string]: string } =>
  Object.fromEntries(Array.isArray(scopes) ? scopes.map((scope) => [String(scope), '']) : []);
