import { basename, resolve } from 'node:path';
import { by } from '../base/compare.js';
import { commonFolder, isWithin } from '../base/paths.js';
import type { HouseStyle } from '../base/house-style.js';
import type { AuthConfig, Config, ServiceConfig } from '../config/config.js';
import { existingConfigs } from '../config/find.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { collector } from '../diagnostics/report.js';
import { coverageOf, coverageRatio } from '../ecosystems/coverage.js';
import { ecosystemOf } from '../ecosystems/registry.js';
import type { PageFile } from '../files/pages.js';
import { countsOfService } from '../inspect/inferred.js';
import { united, unreadGroups } from '../inspect/unread.js';
import type { Fragment } from '../model/fragments.js';
import { linkServices, readFragments, readPages, type PackageCounts } from '../pipeline.js';
import { createFile } from '../files/user-files.js';
import { isUsualFolder } from '../link/link.js';
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
  readonly services: readonly PackageCounts[];
  /** The share of lines understood, from 0 to 1, with the configuration written and without it. */
  readonly coverage: { readonly reached: number; readonly before: number };
  /** What the configuration explains of the guide's style: a proposal. */
  readonly reading?: HouseStyle;
}

const name = 'docwright.config.json';
const schema = './node_modules/docwright/schemas/config.schema.json';

/** Looks at pages and writes a configuration for the services that they describe, unless there is one already. */
export async function init({ folder, pages: patterns }: InitOptions): Promise<InitResult> {
  const { report, add, diagnostics, sourceText, keepTexts } = openSession();
  const nothing = { diagnostics, sourceText, services: [], coverage: { reached: 0, before: 0 } };
  const existing = existingConfigs(folder);
  if (existing.length > 0) {
    report('config-exists', { names: existing });
    return nothing;
  }
  const pages = await readPages(patterns, folder, report);
  const { found, before, reading } = await learn(pages);
  for (const finding of found.findings) add(finding);
  const services = found.services
    .map((service) => ({ ...service, id: idOf(service, folder) }))
    .toSorted(by(({ id }) => id));
  keepTexts(pages, '');
  if (services.length === 0) {
    if (pages.length > 0) report('input-nothing-read', { pages: pages.length });
    return nothing;
  }
  const config = configFor(services, reading);
  if (!(await createFile(resolve(folder, name), `${JSON.stringify(config, null, 2)}\n`))) {
    report('config-exists', { names: [name] });
    return nothing;
  }
  const coverage = { reached: ratioOf(found), before };
  const counts = services.map(countsOfService);
  return { diagnostics, sourceText, written: name, services: counts, coverage, ...(reading && { reading }) };
}

interface Found {
  readonly services: readonly Service[];
  readonly fragments: readonly Fragment[];
  readonly findings: readonly Diagnostic[];
}

/** Guides of which more is understood need no explaining: what is left there is mostly about something else. */
const WELL_UNDERSTOOD = 0.8;

/** A proposal that teaches less is not worth looking at. */
const WORTH = 0.05;

/** Reads pages; those that are half understood once more with what their columns, places and components seem to mean. */
async function learn(
  pages: readonly PageFile[],
): Promise<{ readonly found: Found; readonly before: number; readonly reading?: HouseStyle }> {
  const found = await readWith(pages, {});
  const before = ratioOf(found);
  const { types: _guesses, ...reading } =
    unreadGroups(found.findings)
      .map((group) => group.reading)
      .reduce(united, undefined) ?? {};
  if (before >= WELL_UNDERSTOOD || Object.keys(reading).length === 0) return { found, before };
  const taught = await readWith(pages, reading);
  return ratioOf(taught) >= before + WORTH ? { found: taught, before, reading } : { found, before };
}

async function readWith(pages: readonly PageFile[], reading: HouseStyle): Promise<Found> {
  const { report, diagnostics, tell } = gather();
  const fragments = await readFragments(pages, { reading }, tell);
  const services = await linkServices(fragments, {}, report);
  return { services, fragments, findings: diagnostics };
}

/** A report, and what hears of findings that were made before; both keep them in one list. */
function gather() {
  const diagnostics: Diagnostic[] = [];
  const tell = (finding: Diagnostic): void => void diagnostics.push(finding);
  return { diagnostics, tell, report: collector(tell).report };
}

const ratioOf = ({ fragments, findings }: Found): number => coverageRatio(coverageOf(fragments, findings));

/** The service's own id; where that only says that these are docs, the name in its host, or that of the working folder. */
function idOf({ id, servers }: Service, folder: string): string {
  if (!isUsualFolder(id)) return id;
  const host = /^https?:\/\/([a-z][a-z\d.-]*\.[a-z]{2,})(?:[:/]|$)/i.exec(servers[0]?.url ?? '')?.[1];
  const name = host?.split('.').at(-2) ?? basename(folder);
  return (
    name
      .toLowerCase()
      .replace(/[^a-z\d]+/g, '-')
      .replace(/^-+|-+$/g, '') || id
  );
}

const configFor = (services: readonly Service[], reading: HouseStyle | undefined): Config => ({
  $schema: schema,
  output: 'generated',
  services: Object.fromEntries(
    services.map((service) => [service.id, serviceConfig(service, services, reading)]),
  ),
});

/** The folder of a service's pages, where it holds no other service's; the pages one by one otherwise. */
function serviceConfig(
  service: Service,
  all: readonly Service[],
  reading: HouseStyle | undefined,
): ServiceConfig {
  const folder = commonFolder(service.pages);
  const shared = all.some((other) => other !== service && other.pages.some((page) => isWithin(page, folder)));
  return {
    pages: shared ? service.pages : folder,
    ...(ecosystemOf(service.ecosystem).access ? {} : accessOf(service)),
    ...(reading && { reading }),
  };
}

/** Host and auth as the pages have them, to be looked at; templates stay with the pages, which know their variables. */
function accessOf({ servers, auth }: Service): Pick<ServiceConfig, 'server' | 'auth'> {
  const urls = servers.map(({ url }) => url);
  const [first] = urls;
  const isPlain = first !== undefined && urls.every((url) => /^https?:\/\/[^{}]+$/.test(url));
  return {
    ...(isPlain && { server: urls.length === 1 ? first : urls }),
    ...(auth.length > 0 && { auth: auth.map(authConfig) }),
  };
}

const authConfig = ({ name: as, scheme, options }: Service['auth'][number]): AuthConfig => ({
  scheme,
  ...(as !== scheme && { as }),
  ...(Object.keys(options).length > 0 && { options }),
});
