import type { Report } from '../../../diagnostics/report.js';
import { fact } from '../../../model/fragments.js';
import type { Service } from '../../../model/model.js';
import { byDescription, byId, similarIds, type CatalogueEntry } from './catalogue.js';

/**
 * Adds what the service catalogue knows: title, API version, protocol, endpoint, signing name, target prefix. A service
 * that it does not know gets the protocol that its requests look like; both are reported.
 * @param keepId true where the configuration has named the service, so that its id stays.
 */
export function identifyService(service: Service, keepId: boolean, report: Report): Service {
  const found = service.catalogueId ? byId(service.catalogueId.value) : describe(service);
  if (!found) {
    const id = service.catalogueId?.value ?? service.title.value;
    report('service-unknown', { id, similar: similarIds(id) }, place(service));
    return inferProtocol(service, report);
  }
  const source = place(service);
  const known = (value: string) => fact(value, source, 'catalogue');
  return {
    ...service,
    id: keepId ? service.id : found.service,
    title: service.title.known === 'inferred' ? known(found.title) : service.title,
    catalogueId: service.catalogueId
      ? { ...service.catalogueId, value: found.id }
      : fact(found.id, source, 'inferred'),
    apiVersion: known(found.apiVersion),
    protocol: known(found.protocol),
    endpointPrefix: service.endpointPrefix ?? known(found.endpointPrefix),
    signingName: known(found.signingName),
    ...(found.targetPrefix !== undefined && { targetPrefix: known(found.targetPrefix) }),
  };
}

const place = (service: Service) => service.catalogueId?.source ?? service.title.source;

function describe(service: Service): CatalogueEntry | undefined {
  const folders = new Set(service.pages.map((page) => page.split('/').at(-2) ?? ''));
  return byDescription({
    title: service.title.value,
    ...(service.endpointPrefix && { endpointPrefix: service.endpointPrefix.value }),
    names: [service.id, ...(folders.size === 1 ? folders : [])],
  });
}

function inferProtocol(service: Service, report: Report): Service {
  if (service.operations.length === 0) return service;
  const rest = service.operations.some(({ http }) => http !== undefined);
  const protocol = rest ? 'restJson1' : 'awsJson1_1';
  report('protocol-inferred', { protocol }, place(service));
  return { ...service, protocol: fact(protocol, place(service), 'inferred') };
}
