import type { JsonValue, Service } from '../../model/model.js';
import type { Fact } from '../../model/provenance.js';

/** What only this ecosystem knows of a service, as `Service.traits.aws` holds it. */
export interface AwsTraits {
  /** The id in the pages' links, by which the service catalogue knows it, such as `finspace-2020-07-13`. */
  readonly catalogueId?: Fact<string>;
  /** The host name up to the Region, such as `finspace-api`. */
  readonly endpointPrefix?: Fact<string>;
  /** The service's name in a request signature. */
  readonly signingName?: Fact<string>;
  /** What stands before the operation's name where a header selects it. */
  readonly targetPrefix?: Fact<string>;
}

const names = ['catalogueId', 'endpointPrefix', 'signingName', 'targetPrefix'] as const;

const isText = (fact: Fact<JsonValue> | undefined): fact is Fact<string> => typeof fact?.value === 'string';

/** What this ecosystem knows of a service. */
export function awsTraits({ traits }: Pick<Service, 'traits'>): AwsTraits {
  const given = traits?.['aws'] ?? {};
  return Object.fromEntries(names.flatMap((name) => (isText(given[name]) ? [[name, given[name]]] : [])));
}

/** The service with these traits beside those it has. */
export const withAwsTraits = (service: Service, added: AwsTraits): Service => ({
  ...service,
  traits: { ...service.traits, aws: { ...service.traits?.['aws'], ...added } },
});
