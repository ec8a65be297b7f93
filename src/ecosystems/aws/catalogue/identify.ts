import type { Report } from '../../../diagnostics/report.js';
import { fact } from '../../../model/fragments.js';
import type { Service } from '../../../model/model.js';
import type { GivenFacts } from '../../ecosystem.js';
import { awsTraits, withAwsTraits } from '../traits.js';
import { byDescription, byId, similarIds, type CatalogueEntry } from './catalogue.js';

/**
 * Adds what the service catalogue knows: title, API version, protocol, endpoint, signing name, target prefix. A service
 * that it does not know gets the protocol that its requests look like; both are reported. What the configuration gives
 * stays.
 */
export function identifyService(service: Service, { keepId, protocol }: GivenFacts, report: Report): Service {
  const { catalogueId, endpointPrefix } = awsTraits(service);
  const found = catalogueId ? byId(catalogueId.value) : describe(service);
  if (!found) {
    const id = catalogueId?.value ?? service.title.value;
    report('service-unknown', { id, similar: similarIds(id) }, place(service));
    return inferProtocol(service, report);
  }
  const source = place(service);
  const known = (value: string) => fact(value, source, 'catalogue');
  const identified = {
    ...service,
    id: keepId ? service.id : found.service,
    title: service.title.known === 'inferred' ? known(found.title) : service.title,
    apiVersion: known(found.apiVersion),
    protocol: protocol ?? known(found.protocol),
  };
  return withAwsTraits(identified, {
    catalogueId: catalogueId ? { ...catalogueId, value: found.id } : fact(found.id, source, 'inferred'),
    endpointPrefix: endpointPrefix ?? known(found.endpointPrefix),
    signingName: known(found.signingName),
    ...(found.targetPrefix !== undefined && { targetPrefix: known(found.targetPrefix) }),
  });
}

const place = (service: Service) => awsTraits(service).catalogueId?.source ?? service.title.source;

function describe(service: Service): CatalogueEntry | undefined {
  const folders = new Set(service.pages.map((page) => page.split('/').at(-2) ?? ''));
  const { endpointPrefix } = awsTraits(service);
  return byDescription({
    title: service.title.value,
    ...(endpointPrefix && { endpointPrefix: endpointPrefix.value }),
    names: [service.id, ...(folders.size === 1 ? folders : [])],
  });
}

function inferProtocol(service: Service, report: Report): Service {
  if (service.operations.length === 0 || service.protocol) return service;
  const rest = service.operations.some(({ http }) => http !== undefined);
  const protocol = rest ? 'restJson1' : 'awsJson1_1';
  report('protocol-inferred', { protocol }, place(service));
  return { ...service, protocol: fact(protocol, place(service), 'inferred') };
}
