import { describe, expect, it } from 'vitest';
import { collector } from '../../src/diagnostics/report.js';
import type { Page } from '../../src/ecosystems/dialect.js';
import { factsOf, type FactEntry } from '../../src/model/facts.js';
import { fragmentsOf, servicesOf } from '../dialects/read.js';
import { hasShared, needsShared, sharedPath } from '../shared.js';
import { pagesBelow } from '../wire/pages.js';
import { mutationOf, mutators, series, type Mutation } from './mutations.js';

const GUIDES = [
  'binance',
  'discord',
  'inbound-mintlify',
  'github',
  'mastodon',
  'vault',
  'grafana',
  'onedrive',
  'nextcloud-forms',
];
/** Of each guide; 207 in all. */
const MANY = 23;

const kinds = Object.keys(mutators) as readonly Mutation['kind'][];

interface Outcome {
  readonly facts: readonly FactEntry[];
  /** The model and the findings without their places. */
  readonly text: string;
}

function outcomeOf(pages: readonly Page[]): Outcome {
  const { report, diagnostics } = collector();
  const services = servicesOf(fragmentsOf(pages, report), report);
  const findings = diagnostics.map(({ code, message }) => `${code} ${message}`);
  const text = JSON.stringify([services, findings], (key, value: unknown) =>
    key === 'source' ? undefined : value,
  );
  return { facts: services.flatMap((service) => [...factsOf(service)]), text };
}

const spoil = (page: Page, { line, text }: Mutation): Page => {
  const lines = page.text.split('\n');
  lines.splice(line, 1, ...(text === undefined ? [] : [text]));
  return { ...page, text: lines.join('\n') };
};

/** Mutations of pages taken at random, each of another line or kind. */
function mutationsOf(pages: readonly Page[], facts: readonly FactEntry[], seed: number) {
  const random = series(seed);
  const stating = pages.filter(({ path }) => facts.some(({ source }) => source.file === path));
  const found = new Map<string, { readonly page: Page; readonly mutation: Mutation }>();
  for (let turn = 0; turn < MANY * 40 && found.size < MANY; turn += 1) {
    const kind = kinds[turn % kinds.length];
    const page = stating[Math.floor(random() * stating.length)];
    if (!kind || !page) continue;
    const own = facts.filter(({ source }) => source.file === page.path);
    const mutation = mutationOf(page.text.split('\n'), own, kind, random);
    if (mutation) found.set(`${page.path} ${String(mutation.line)} ${kind}`, { page, mutation });
  }
  return [...found.values()];
}

describe.skipIf(!hasShared)(`pages that somebody spoils${needsShared}`, () => {
  it.each(GUIDES)('of %s give another model or a finding', { timeout: 180_000 }, (guide) => {
    const pages = pagesBelow(sharedPath('rest/pages', guide));
    const { facts, text } = outcomeOf(pages);
    const mutations = mutationsOf(pages, facts, 7);
    const silent = mutations.filter(({ page, mutation }) => {
      const spoilt = pages.map((one) => (one === page ? spoil(page, mutation) : one));
      return outcomeOf(spoilt).text === text;
    });
    expect(mutations).toHaveLength(MANY);
    expect(
      silent.map(
        ({ page, mutation: { kind, line } }) =>
          `${kind} ${page.path}:${String(line + 1)} ${page.text.split('\n')[line] ?? ''}`,
      ),
    ).toEqual([]);
  });
});
