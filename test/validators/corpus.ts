import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { collector } from '../../src/diagnostics/report.js';
import { readPages } from '../../src/files/pages.js';
import type { Service } from '../../src/model/model.js';
import { fragmentsOf, linkedOf } from '../dialects/read.js';

const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));

/** The services whose every input is tried, as folders of the corpus. */
export const folders = [
  'awsdocs/lambda',
  'current/workmail',
  'current/finspace-data',
  'mirror/audit-manager',
] as const;

export const hasCorpus = existsSync(corpus);

/** The service that the pages of a folder describe. */
export async function readService(folder: string): Promise<Service> {
  const { report } = collector();
  const pages = await readPages(['**/*.{md,txt}'], `${corpus}${folder}`, report);
  const [service] = linkedOf(fragmentsOf(pages, report), report);
  if (!service) throw new Error(`The pages of ${folder} describe no service.`);
  return service;
}
