import type { AuthDescription, JsonValue, Operation, Service } from '../../model/model.js';
import { ecosystemOf } from '../../ecosystems/registry.js';

/** A way to show who calls, as a trait of Smithy's own. */
interface SmithyAuth {
  readonly name: string;
  readonly trait: string;
  readonly value: JsonValue;
}

/** The ways of a service that Smithy knows. */
export const smithyAuth = (service: Service): readonly SmithyAuth[] =>
  service.auth.flatMap((description) => traitOf(description, service) ?? []);

/** Those of which Smithy knows none. */
export const unknownToSmithy = (service: Service): readonly AuthDescription[] =>
  service.auth.filter((description) => traitOf(description, service) === undefined);

/** A scheme says what it is in the words of OpenAPI, which tell the same. */
function traitOf(description: AuthDescription, service: Service): SmithyAuth | undefined {
  const scheme = ecosystemOf(service.ecosystem).auth.find(({ id }) => id === description.scheme);
  const { type, scheme: how, in: place, name, description: more } = scheme?.openapi(description) ?? {};
  const found = (trait: string, value: JsonValue = {}): SmithyAuth => ({
    name: description.name,
    trait: `smithy.api#${trait}`,
    value,
  });
  if (type === 'http' && how === 'bearer') return found('httpBearerAuth');
  if (type === 'http' && how === 'basic') return found('httpBasicAuth');
  // What needs words beside is more than a key in a place.
  const isPlain = (place === 'header' || place === 'query') && more === undefined;
  return type === 'apiKey' && isPlain && name !== undefined
    ? found('httpApiKeyAuth', { name, in: place })
    : undefined;
}

/** Which of the ways do for an operation, where a page says it. */
export function authTrait({ auth }: Operation, service: Service): Record<string, JsonValue> {
  if (!auth) return {};
  const known = smithyAuth(service).filter(({ name }) => auth.value.includes(name));
  return auth.value.length > 0 && known.length === 0
    ? {}
    : { 'smithy.api#auth': [...new Set(known.map(({ trait }) => trait))] };
}
