import { generatorsFor } from './generators.js';
import { median } from './measure.js';
import { peerVersions } from './peers/index.js';
import { measureProcesses } from './processes.js';
import { versionsOf } from './versions.js';

/**
 * Runs every generator on the same services and compares them.
 * @param {Record<string, string>} services the folder of pages by the id of the service
 */
export async function compareGenerators(services, rounds) {
  const { contenders, remove } = await generatorsFor(services);
  try {
    const runs = await measureProcesses(contenders, rounds);
    return {
      versions: { ...versionsOf('satteri', 'oxfmt', 'remark-parse', 'prettier'), ...peerVersions() },
      over: (key, name, other) => median(runs[name].map((run, round) => run[key] / runs[other][round][key])),
      table: [
        ['generator, cold process', 'ms', 'CPU ms', 'peak MB'],
        ...Object.entries(runs).map(([name, results]) => [
          name,
          ...['ms', 'cpuMs', 'peakMb'].map((key) => median(results.map((run) => run[key])).toFixed(0)),
        ]),
      ],
      notes: [
        'docwright reads pages and writes types, validators, client, server and model, formatted.',
        'The others read the OpenAPI document that docwright made of the same pages: hey-api writes types, client and',
        'zod schemas, orval the same, openapi-typescript types only; none formats.',
      ],
    };
  } finally {
    remove();
  }
}
