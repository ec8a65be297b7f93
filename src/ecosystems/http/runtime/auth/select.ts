import type { Fetch } from '../../../../runtime/client/options.js';
import type { Transport } from '../../../../runtime/client/connection.js';
import { ServiceError } from '../../../../runtime/errors.js';
import type { OperationSchema } from '../../../../runtime/schema/schema.js';
import type { Authorizer, SchemeOf } from './authorizer.js';

/** The schemes of a service by the names that its operations have for them. */
export type Schemes = { readonly [name: string]: SchemeOf<never> };

/** What a caller gives: credentials by the names of schemes, a way of its own, or that nobody is to be shown. */
export type GivenAuth = Authorizer | 'none' | { readonly [name: string]: unknown };

/**
 * How the requests of a client show who sends them: by the first scheme that the operation allows and that the caller gave
 * credentials for. Throws a `TypeError` where credentials are given for a scheme that the service does not have.
 */
export function authorization(
  schemes: Schemes,
  given: GivenAuth | undefined,
  fetch: Fetch,
): Pick<Transport, 'authorize' | 'renew'> {
  if (given === undefined || given === 'none') return {};
  const select = typeof given === 'function' ? selectOwn(given) : selectAmong(schemes, given);
  return {
    async authorize(request, context) {
      const authorizer = select(context.operation);
      return authorizer ? authorizer(request, { ...context, fetch }) : request;
    },
    renew: (operation, error) =>
      error instanceof ServiceError && error.status === 401 && (select(operation)?.renew?.() ?? false),
  };
}

type Select = (operation: OperationSchema) => Authorizer | undefined;

const selectOwn =
  (authorizer: Authorizer): Select =>
  ({ auth }) =>
    auth?.length === 0 ? undefined : authorizer;

function selectAmong(schemes: Schemes, given: { readonly [name: string]: unknown }): Select {
  const foreign = Object.keys(given).find((name) => !Object.hasOwn(schemes, name));
  if (foreign !== undefined) {
    throw new TypeError(`auth.${foreign}: the service knows ${namesOf(Object.keys(schemes))} only`);
  }
  const authorizers = new Map<string, Authorizer>();
  for (const [name, scheme] of Object.entries(schemes)) {
    // The options of a generated client say what each scheme takes.
    if (given[name] !== undefined) authorizers.set(name, scheme(given[name] as never));
  }
  return ({ name, auth = [...Object.keys(schemes)] }) => {
    const chosen = auth.find((scheme) => authorizers.has(scheme));
    if (chosen === undefined && auth.length > 0) throw unfit(name, auth, schemes, [...authorizers.keys()]);
    return chosen === undefined ? undefined : authorizers.get(chosen);
  };
}

/** Says why each scheme was passed over. */
function unfit(
  operation: string,
  allowed: readonly string[],
  schemes: Schemes,
  given: readonly string[],
): TypeError {
  const wanted = allowed.map((name) =>
    Object.hasOwn(schemes, name)
      ? `${name} (no credentials in \`auth.${name}\`)`
      : `${name} (its scheme is not known)`,
  );
  const others = given.map((name) => `${name} (given, but the operation does not take it)`);
  return new TypeError(
    `${operation} needs one of these to show who calls: ${[...wanted, ...others].join(', ')}`,
  );
}

const namesOf = (names: readonly string[]): string => names.join(', ') || 'no scheme';
