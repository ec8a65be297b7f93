import { fact, type FragmentBase } from '../../../../model/fragments.js';
import type { PageContext } from './page-context.js';
import { serversOfRequests, statedServers } from './server-facts.js';

/**
 * A page whose request lines all lead to one host, and the guide states another, describes a service of its own: its
 * operations must not be called at the guide's host.
 */
export function foreignService({ analysis, guide }: PageContext): Pick<FragmentBase, 'serviceTitle'> {
  const [own, ...others] = serversOfRequests(analysis);
  const everyLine = analysis.sites.every(({ requests }) => requests.every(({ line }) => line.server !== undefined));
  if (!own || others.length > 0 || !everyLine) return {};
  const stated = new Set(guide.analyses().flatMap(statedServers).map(({ url }) => hostOf(url)));
  return stated.size === 0 || stated.has(hostOf(own.url)) ? {} : { serviceTitle: fact(hostOf(own.url), own.source, 'inferred') };
}

const hostOf = (url: string): string => url.replace(/^https?:\/\//, '').replace(/[/:].*$/, '').toLowerCase();
