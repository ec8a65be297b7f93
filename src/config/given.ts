import type { SourceRange } from '../diagnostics/position.js';
import type { AuthDescription, Server } from '../model/model.js';
import type { Fact, Provenance } from '../model/provenance.js';
import type { AuthConfig, ServiceConfig } from './config.js';
import type { ConfigSource, Path } from './source.js';

/** What a configuration says of a service that its pages do not, or say otherwise. */
export interface GivenToService {
  readonly protocol?: Fact<string>;
  readonly servers?: readonly Server[];
  readonly auth?: readonly AuthDescription[];
}

/** The facts that a configuration gives of a service, each with its place in it. */
export async function resolveGiven(
  id: string,
  { protocol, server, auth }: ServiceConfig,
  source: ConfigSource,
): Promise<GivenToService> {
  const at = async (...path: Path): Promise<Provenance> => ({
    source: await source.locate(['services', id, ...path], 'value'),
    known: 'override',
  });
  return {
    ...(protocol !== undefined && { protocol: { value: protocol, ...(await at('protocol')) } }),
    ...(server !== undefined && { servers: serversOf(server, (await at('server')).source) }),
    ...(auth && {
      auth: await Promise.all(auth.map(async (one, index) => authOf(one, await at('auth', index)))),
    }),
  };
}

/** A server for each URL; variables of its template have no default. */
const serversOf = (server: string | readonly string[], source: SourceRange): readonly Server[] =>
  [server].flat().map((url) => ({ url: url.replace(/\/+$/u, ''), source, known: 'override' }));

const authOf = (
  { scheme, as, options = {}, description }: AuthConfig,
  from: Provenance,
): AuthDescription => ({
  name: as ?? scheme,
  scheme,
  options,
  ...(description !== undefined && { description }),
  ...from,
});
