import { resolve } from 'node:path';
import { by } from '../base/compare.js';
import { commonFolder, isWithin } from '../base/paths.js';
import type { Config, ServiceConfig } from '../config/config.js';
import { existingConfigs } from '../config/find.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { linkServices, readFragments, readPages } from '../pipeline.js';
import { createFile } from '../files/user-files.js';
import type { Service } from '../model/model.js';
import { openSession } from '../diagnostics/session.js';

export interface InitOptions {
  /** The working folder, absolute; the configuration is written there. */
  readonly folder: string;
  /** Folders, files or patterns of pages, relative to it. */
  readonly pages: readonly string[];
}

export interface InitResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly sourceText: (file: string) => string | undefined;
  /** The name of the configuration written; absent where none was. */
  readonly written?: string;
  readonly services: readonly string[];
}

const name = 'docwright.config.json';
const schema = './node_modules/docwright/schemas/config.schema.json';

/** Looks at pages and writes a configuration for the services that they describe, unless there is one already. */
export async function init({ folder, pages: patterns }: InitOptions): Promise<InitResult> {
  const { report, add, diagnostics, sourceText, keepTexts } = openSession();
  const nothing = { diagnostics, sourceText, services: [] };
  const existing = existingConfigs(folder);
  if (existing.length > 0) {
    report('config-exists', { names: existing });
    return nothing;
  }
  const pages = await readPages(patterns, folder, report);
  const fragments = await readFragments(pages, {}, add);
  const linked = await linkServices(fragments, {}, report);
  const services = linked.toSorted(by(({ id }) => id));
  keepTexts(pages, '');
  if (services.length === 0) {
    if (pages.length > 0) report('input-nothing-read', { pages: pages.length });
    return nothing;
  }
  const config = configFor(services);
  if (!(await createFile(resolve(folder, name), `${JSON.stringify(config, null, 2)}\n`))) {
    report('config-exists', { names: [name] });
    return nothing;
  }
  return { diagnostics, sourceText, written: name, services: services.map(({ id }) => id) };
}

const configFor = (services: readonly Service[]): Config => ({
  $schema: schema,
  output: 'generated',
  services: Object.fromEntries(services.map((service) => [service.id, serviceConfig(service, services)])),
});

/** The folder of a service's pages, where it holds no other service's; the pages one by one otherwise. */
function serviceConfig(service: Service, all: readonly Service[]): ServiceConfig {
  const folder = commonFolder(service.pages);
  const shared = all.some((other) => other !== service && other.pages.some((page) => isWithin(page, folder)));
  return { pages: shared ? service.pages : folder };
}
