import type { SourceRange } from '../diagnostics/position.js';
import type { AuthDescription, Server } from '../model/model.js';
import type { AddedMember } from '../model/overrides.js';
import type { Fact, Provenance } from '../model/provenance.js';
import type { AuthConfig, CommonParameterConfig, ServiceConfig } from './config.js';
import type { ConfigSource, Path } from './source.js';

/** What a configuration says of a service that its pages do not, or say otherwise. */
export interface GivenToService {
  readonly protocol?: Fact<string>;
  readonly servers?: readonly Server[];
  readonly auth?: readonly AuthDescription[];
  /** What every operation takes, by name. */
  readonly parameters?: { readonly [name: string]: Fact<AddedMember> };
}

/** The facts that a configuration gives of a service, each with its place in it. */
export async function resolveGiven(
  id: string,
  service: ServiceConfig,
  source: ConfigSource,
): Promise<GivenToService> {
  const { protocol, reading = {} } = service;
  const at = async (...path: Path): Promise<Provenance> => ({
    source: await source.locate(['services', id, ...path], 'value'),
    known: 'override',
  });
  const server = service.server ?? reading.baseUrl;
  const [auth, authAt] = service.auth ? [service.auth, ['auth']] : [reading.auth, ['reading', 'auth']];
  const serverAt = service.server === undefined ? ['reading', 'baseUrl'] : ['server'];
  return {
    ...(protocol !== undefined && { protocol: { value: protocol, ...(await at('protocol')) } }),
    ...(server !== undefined && { servers: serversOf(server, (await at(...serverAt)).source) }),
    ...(auth && {
      auth: await Promise.all(auth.map(async (one, index) => authOf(one, await at(...authAt, index)))),
    }),
    ...(reading.parameters && {
      parameters: Object.fromEntries(
        await Promise.all(
          Object.entries(reading.parameters).map(async ([name, one]) => [
            name,
            { value: parameterOf(one), ...(await at('reading', 'parameters', name)) },
          ]),
        ),
      ),
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

/** As the model writes places and types. */
const parameterOf = ({ in: place, type = 'string', ...said }: CommonParameterConfig): AddedMember => ({
  ...said,
  location: place === 'path' ? 'label' : place,
  type: type === 'number' ? 'double' : type,
});
