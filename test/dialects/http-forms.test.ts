import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { collector } from '../../src/diagnostics/report.js';
import { coverageOf } from '../../src/ecosystems/coverage.js';
import { memberText, serviceText } from './http-facts.js';
import { fragmentsOf, servicesOf } from './read.js';

const folder = fileURLToPath(new URL('../fixtures/http/forms/', import.meta.url));

const findingText = ({ code, source }: Diagnostic): string =>
  `${code}${source ? ` ${String(source.line)}:${String(source.column)}` : ''}`;

/** What is read of a page, short enough for people to check against the page. */
function reading(name: string): string {
  const { report, diagnostics } = collector();
  const page = { path: `guide/${name}`, text: readFileSync(folder + name, 'utf8') };
  const fragments = fragmentsOf([page], report);
  const [covered] = coverageOf(fragments, diagnostics);
  const services = servicesOf(fragments, report).map(serviceText);
  const coverage = covered ? `${String(covered.understood)} of ${String(covered.lines)}` : 'none';
  return `${JSON.stringify({ services, coverage, findings: diagnostics.map(findingText) }, null, 2)}\n`;
}

const pages = readdirSync(folder).filter((name) => /\.mdx?$/.test(name));

describe('forms of HTTP references', () => {
  it.each(pages)('%s', async (name) => {
    await expect(reading(name)).toMatchFileSnapshot(`${folder}${name.replace(/\.mdx?$/, '.json')}`);
  });

  it('gives the same whatever the order of the pages', () => {
    const texts = pages.map((name) => ({ path: `guide/${name}`, text: readFileSync(folder + name, 'utf8') }));
    const namesOf = (order: typeof texts) => {
      const { report } = collector();
      return servicesOf(fragmentsOf(order, report), report).flatMap(({ operations, shapes }) =>
        [...operations, ...shapes].map(({ name }) => name),
      );
    };
    expect(namesOf([...texts].reverse())).toEqual(namesOf(texts));
  });
});

describe('methods that are called by their names', () => {
  const page = (text: string) => ({ path: 'guide/calls.md', text });
  const call = (name: string) => `{ "jsonrpc": "2.0", "method": "${name}", "params": [], "id": 1 }`;
  const section = (name: string, returns: string) =>
    `### ${name}\n\n#### Returns\n\n${returns}\n\n\`\`\`json\n${call(name)}\n\`\`\`\n`;

  it('borrow results from each other without end', () => {
    const { report } = collector();
    const text = `${section('a.one', 'See [a.two](#atwo)')}\n${section('a.two', 'See [a.one](#aone)')}`;
    const [service] = servicesOf(fragmentsOf([page(text)], report), report);
    expect(service?.operations.map(({ name }) => name)).toEqual(['a.one', 'a.two']);
  });

  it('take the result of the method that a line leads to', () => {
    const { report } = collector();
    const text = `${section('a.one', '`boolean` - whether it is there')}\n${section('a.two', 'See [a.one](#aone)')}`;
    const [service] = servicesOf(fragmentsOf([page(text)], report), report);
    const results = service?.operations.map(({ responses }) => responses[0]?.members.map(memberText));
    expect(results).toEqual([['payload boolean'], ['payload boolean']]);
  });

  it('are none of a guide that has more request lines than such calls', () => {
    const { report } = collector();
    const rest = ['a', 'b', 'c'].map((name) => `### Get ${name}\n\n\`GET /${name}\`\n`).join('\n');
    const fragments = fragmentsOf(
      [page(`${rest}\n### Live\n\n\`\`\`json\n${call('SUBSCRIBE')}\n\`\`\`\n`)],
      report,
    );
    const [service] = servicesOf(fragments, report);
    expect(service?.protocol).toBeUndefined();
    expect(service?.operations).toHaveLength(3);
  });
});
