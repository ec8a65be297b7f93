import { describe, expect, it } from 'vitest';
import type { SourceRange } from '../../src/diagnostics/position.js';
import { factsOf, type FactEntry } from '../../src/model/facts.js';
import { link } from '../dialects/read.js';
import { hasShared, needsShared, sharedPages } from '../shared.js';

/** Folders with every form of page. */
const FOLDERS = [
  'awsdocs/lambda',
  'awsdocs/efs',
  'mirror/athena',
  'mirror/acm',
  'current/finspace-data',
  'placeholders/workmail',
  'text/workmail',
];

/** What the page says at a range, lines joined, escapes of Markdown taken away. */
function reader(pages: ReadonlyMap<string, readonly string[]>) {
  return ({ file, line, column, endLine, endColumn }: SourceRange): string => {
    const lines = [...(pages.get(file) ?? []).slice(line - 1, endLine)];
    const last = lines.length - 1;
    lines[last] = (lines[last] ?? '').slice(0, endColumn - 1);
    lines[0] = (lines[0] ?? '').slice(column - 1);
    return lines.join(' ');
  };
}

const plain = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');

const TYPE_WORDS: Readonly<Record<string, RegExp>> = {
  string: /string|JSON value/i,
  boolean: /boolean/i,
  integer: /integer/i,
  long: /long/i,
  float: /float/i,
  double: /double|number/i,
  timestamp: /timestamp/i,
  blob: /base64|blob/i,
  document: /JSON value|\{/i,
  list: /array of|\[/i,
  map: / to .* map|\{/i,
};

/** Finds a fact in what the page says at its place; inferred facts are found nowhere, by their nature. */
function isStated(fact: FactEntry, raw: string): boolean {
  const text = plain(raw);
  const leaf = fact.id.split('.').at(-1) ?? '';
  if (leaf === 'required')
    return /Required: *(Yes|No|Conditional)/i.test(text) && fact.value === /Yes/i.test(text);
  if (leaf === 'type' && fact.id.split('.').length > 2)
    return TYPE_WORDS[String(fact.value)]?.test(text) ?? text.includes(String(fact.value));
  if (leaf === 'pattern') return raw.includes(String(fact.value));
  if (leaf === 'values') return (fact.value as readonly string[]).every((value) => raw.includes(value));
  if (leaf === 'min' || leaf === 'max')
    return (text.match(/-?[\d,]+(\.\d+)?(e[+-]?\d+)?/gi) ?? []).some(
      (number) => Number(number.replaceAll(',', '')) === fact.value,
    );
  if (leaf === 'uri')
    return String(fact.value)
      .split(/[{}]/)
      .every((part) => text.includes(part.replace(/\+$/, '')));
  if (leaf === 'location') return text.length > 0;
  if (leaf === 'idempotencyToken' || leaf === 'deprecated' || leaf === 'format') return true;
  // Pages print the defaults of booleans as `True` and `False`.
  if (typeof fact.value === 'boolean') return text.toLowerCase().includes(String(fact.value));
  if (fact.value === 'structure' || fact.value === 'union' || fact.value === 'error')
    return text.includes(fact.id);
  return text.includes(String(fact.value));
}

describe.skipIf(!hasShared)(`every fact stands where the model says it does${needsShared}`, () => {
  it.each(FOLDERS)('%s', (folder) => {
    const files = sharedPages('corpus', ...folder.split('/'));
    const read = reader(new Map(files.map(({ path, text }) => [path, text.split(/\r?\n/)])));
    const missing: string[] = [];
    let found = 0;
    for (const { services } of [link(files)]) {
      for (const fact of services.flatMap((service) => [...factsOf(service)])) {
        if (fact.known === 'inferred' || fact.known === 'catalogue') continue;
        if (isStated(fact, read(fact.source))) found += 1;
        else
          missing.push(
            `${fact.id} = ${JSON.stringify(fact.value)} at ${fact.source.file}:${fact.source.line}: ${read(fact.source)}`,
          );
      }
    }
    expect(missing.slice(0, 20)).toEqual([]);
    expect(found).toBeGreaterThan(500);
  });
});
