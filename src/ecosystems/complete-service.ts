import type { Report } from '../diagnostics/report.js';
import type { Service } from '../model/model.js';
import type { Ecosystem, GivenFacts } from './ecosystem.js';
import { ecosystemOf } from './registry.js';

/**
 * Adds what no page says: what the configuration gives, which is believed before the pages, and what the service's
 * ecosystem knows. What nobody says is reported, with what to write in the configuration.
 */
export function completeService(
  service: Service,
  given: GivenFacts,
  report: Report,
  among?: readonly Ecosystem[],
): Service {
  const { protocol, servers, auth } = given;
  const stated = {
    ...service,
    ...(protocol && { protocol }),
    ...(servers && { servers }),
    ...(auth && { auth }),
  };
  return ecosystemOf(service.ecosystem, among).complete(stated, given, report);
}
