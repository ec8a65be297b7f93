import type { SourceRange } from '../diagnostics/position.js';
import type { AcceptedChangeConfig, ServiceConfig } from './config.js';
import type { ConfigSource } from './source.js';

/** A change that does not count, and where the configuration says so. */
export interface AcceptedChange extends AcceptedChangeConfig {
  readonly source: SourceRange;
}

/** The accepted changes of a service, each with its place in the configuration. */
export const resolveAccepted = (
  id: string,
  { acceptedChanges = [] }: ServiceConfig,
  source: ConfigSource,
): Promise<readonly AcceptedChange[]> =>
  Promise.all(
    acceptedChanges.map(async (change, index) => ({
      ...change,
      source: await source.locate(['services', id, 'acceptedChanges', index], 'value'),
    })),
  );
