import type { Report } from './diagnostics/report.js';
import type { Page } from './ecosystems/dialect.js';
import { coverageOf, type PageCoverage } from './ecosystems/coverage.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { Fragment } from './model/fragments.js';
import type { Service } from './model/model.js';
import { checkService } from './link/checks/index.js';
import { linkServices } from './link/link.js';
import { applyOverrides } from './link/overrides/apply.js';
import { createPatternMemory, type PatternMemory } from './patterns/backtracking.js';
import type { Override } from './model/overrides.js';
import { completeService } from './ecosystems/complete-service.js';
import { ecosystemOf } from './ecosystems/registry.js';
import type { LinkRules } from './link/rules.js';
import { startStopwatch, type Stopwatch } from './base/stopwatch.js';

/** What a configuration says about the service that pages describe. */
export interface ServiceHints {
  /** The id of the service; for the larger one where the pages speak of two. */
  readonly id?: string;
  /** The id in the pages' links, for pages that have none. */
  readonly service?: string | undefined;
  readonly overrides?: readonly Override[];
  /** The page formats to try, by id; all where absent. */
  readonly dialects?: readonly string[] | undefined;
}

export interface ReadServices {
  /** The largest first. */
  readonly services: readonly Service[];
  readonly coverage: readonly PageCoverage[];
}

/**
 * From pages to finished services: read each page, link what they state, look the services up in the catalogue, apply
 * the overrides, and look for contradictions.
 * @param findings where `report` puts its findings; coverage is counted from them.
 */
export async function readServices(
  pages: readonly Page[],
  hints: ServiceHints,
  report: Report,
  findings: readonly Diagnostic[],
): Promise<ReadServices> {
  const { loadDialects, readFragments } = await import('./ecosystems/read-pages.js');
  const fragments = readFragments(pages, report, await loadDialects(pages, hints.dialects));
  const coverage = coverageOf(fragments, findings);
  return { services: await finishServices(fragments, hints, report), coverage };
}

const rulesOf = (ecosystem: string): LinkRules => ecosystemOf(ecosystem).linking;

/** The same from what pages state; the largest service first. */
export async function finishServices(
  fragments: readonly Fragment[],
  { id, service, overrides = [] }: ServiceHints,
  report: Report,
  clock: Stopwatch = startStopwatch(),
  patterns: PatternMemory = createPatternMemory(),
): Promise<readonly Service[]> {
  const hints = { ...(id !== undefined && { id }), ...(service !== undefined && { service }) };
  const services: Service[] = [];
  const linked = clock.time('linkServices', () => linkServices(fragments, hints, report, rulesOf));
  for (const [index, one] of linked.entries()) {
    const named = index === 0 && id !== undefined;
    const complete = () => completeService(one, { keepId: named }, report);
    const identified = clock.time('identifyService', complete);
    const corrected = () => applyOverrides(identified, overrides, report, rulesOf(identified.ecosystem));
    const finished =
      index === 0 && overrides.length > 0 ? clock.time('applyOverrides', corrected) : identified;
    await clock.time('checkService', () => checkService(finished, report, patterns));
    services.push(finished);
  }
  return services;
}
