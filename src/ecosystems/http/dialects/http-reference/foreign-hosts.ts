import type { OperationSite } from './operation-sites.js';
import type { PageContext } from './page-context.js';
import { statedServers } from './server-facts.js';

/**
 * The operations that belong to the guide's own API. A request line with a host of another domain than the guide states
 * is somebody else's: a client must not call it at the guide's host. One of the same domain is kept, with a finding.
 */
export function ownSites({ analysis, guide, report }: PageContext): readonly OperationSite[] {
  if (analysis.sites.every(({ requests }) => requests.every(({ line }) => line.server === undefined)))
    return analysis.sites;
  const { baseUrl } = guide.style.reading;
  const stated =
    baseUrl === undefined
      ? guide
          .analyses()
          .flatMap(statedServers)
          .map(({ url }) => hostOf(url))
      : [hostOf(baseUrl)];
  return stated.length === 0
    ? analysis.sites
    : analysis.sites.flatMap((site) => ownRequests(site, stated, report));
}

function ownRequests(
  site: OperationSite,
  stated: readonly string[],
  report: PageContext['report'],
): readonly OperationSite[] {
  const requests = site.requests.filter(({ line, source }) => {
    const host = line.server === undefined || /[{}<>$]/.test(line.server) ? undefined : hostOf(line.server);
    if (host === undefined || stated.includes(host)) return true;
    const kept = stated.some((own) => domainOf(own) === domainOf(host));
    report(
      'host-differs',
      { host, stated: stated[0] ?? '', request: `${line.methods.join(', ')} ${line.path}`, kept },
      source,
    );
    return kept;
  });
  return requests.length === 0 ? [] : [{ ...site, requests }];
}

const hostOf = (url: string): string =>
  url
    .replace(/^https?:\/\//, '')
    .replace(/[/:].*$/, '')
    .toLowerCase();

const domainOf = (host: string): string => host.split('.').slice(-2).join('.');
