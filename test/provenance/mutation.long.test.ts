import { describe, expect, it } from 'vitest';
import { collector } from '../../src/diagnostics/report.js';
import type { Page } from '../../src/ecosystems/dialect.js';
import type { Fragment } from '../../src/model/fragments.js';
import { factsOf } from '../../src/model/facts.js';
import { fragmentsOf, linkedOf } from '../dialects/read.js';
import { hasShared, needsShared, sharedPages } from '../shared.js';

/** One way of spoiling a page; nothing where the page has no such place. `pick` chooses among several places. */
type Mutation = (lines: readonly string[], pick: number) => string[] | undefined;

const at = (
  lines: readonly string[],
  pick: number,
  test: (line: string, index: number) => boolean,
): number | undefined => {
  const places = lines.flatMap((line, index) => (test(line, index) ? [index] : []));
  return places[pick % places.length];
};

const replace = (
  lines: readonly string[],
  index: number | undefined,
  change: (line: string) => string,
): string[] | undefined =>
  index === undefined ? undefined : lines.map((line, other) => (other === index ? change(line) : line));

/** Words that stand alone and head no item. */
const NO_HEAD = /\b(Note|Important|Contents|Errors)\b/;

const isHead = (line: string): boolean =>
  !NO_HEAD.test(line) && /^ ?\*\* ?\[?[A-Za-z]+(\]\([^)]*\))? ?\*\*/.test(line);
const isTextHead = (lines: readonly string[]) => (line: string, index: number) =>
  /^[A-Za-z]+$/.test(line) &&
  !NO_HEAD.test(line) &&
  index > 4 &&
  lines[index - 1] === '' &&
  lines.slice(index, index + 12).some((other) => /^(Type|HTTP Status Code):/.test(other));
const head = (lines: readonly string[]) => (lines.some(isHead) ? isHead : isTextHead(lines));
const nameOf = (line: string): string => /[A-Za-z]{2,}/.exec(line)?.[0] ?? '';

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'drops a Required line': (lines, pick) => {
    const index = at(lines, pick, (line) => /^Required: Yes/.test(line));
    return index === undefined ? undefined : lines.filter((_, other) => other !== index);
  },
  'drops a Type line': (lines, pick) => {
    const index = at(lines, pick, (line) => /^Type: /.test(line));
    return index === undefined ? undefined : lines.filter((_, other) => other !== index);
  },
  'drops a status line': (lines, pick) => {
    const index = at(lines, pick, (line) => /^HTTP Status Code: /.test(line));
    return index === undefined ? undefined : lines.filter((_, other) => other !== index);
  },
  'changes a bound': (lines, pick) =>
    replace(
      lines,
      at(lines, pick, (line) => /^[A-Z][A-Za-z ]+: (Minimum|Maximum|Fixed) .*\d/.test(line)),
      (line) => line.replace(/\d+/, (digits) => String(Number(digits) + 7)),
    ),
  'removes a valid value': (lines, pick) =>
    replace(
      lines,
      at(lines, pick, (line) => /^Valid Values:.*\|/.test(line)),
      (line) => line.replace(/\| [^|`]*(?=`|$)/, ''),
    ),
  'misspells a label': (lines, pick) =>
    replace(
      lines,
      at(lines, pick, (line) =>
        /^(Length Constraints|Valid Values|Pattern|Array Members|Valid Range): /.test(line),
      ),
      (line) => line.replace(/^(..)/, '$1x'),
    ),
  'breaks the head of an item': (lines, pick) =>
    replace(lines, at(lines, pick, head(lines)), (line) => `= ${nameOf(line)} =`),
  'deletes a section': (lines, pick) => {
    const titles =
      /^(## )?(Request Syntax|URI Request Parameters|Request Parameters|Request Body|Response Syntax|Response Elements|Errors|Contents)\b/;
    const holds = (start: number) => {
      const body = lines.slice(start + 1, sectionEnd(lines, start, titles)).join('\n');
      return /Type:|HTTP Status Code:|Required:|HTTP\/1.1 |"/.test(body);
    };
    const start = at(lines, pick, (line, index) => titles.test(line) && holds(index));
    return start === undefined
      ? undefined
      : lines.filter((_, index) => index < start || index >= sectionEnd(lines, start, titles));
  },
  'swaps two names': (lines, pick) => {
    const first = at(lines, pick, head(lines));
    const second = at(lines, pick + 1, head(lines));
    if (first === undefined || second === undefined || first === second) return undefined;
    const [a, b] = [nameOf(lines[first] ?? ''), nameOf(lines[second] ?? '')];
    return lines.map((line, index) =>
      index === first ? line.replaceAll(a, b) : index === second ? line.replaceAll(b, a) : line,
    );
  },
  'cuts the syntax block short': (lines, pick) =>
    replace(
      lines,
      at(lines, pick, (line) => /^ {3}"[A-Za-z]+": /.test(line)),
      (line) => line.replace(/"[A-Za-z]+": /, ''),
    ),
};

function sectionEnd(lines: readonly string[], start: number, titles: RegExp): number {
  const end = lines.findIndex(
    (line, index) => index > start && (titles.test(line) || /^(## )?See Also/.test(line)),
  );
  return end < 0 ? lines.length : end;
}

/** Everything that somebody who runs docwright gets to know, but for places. */
function outcome(fragments: readonly Fragment[], earlier: readonly string[]): string {
  const { report, diagnostics } = collector();
  const services = linkedOf(fragments, report);
  const facts = services.flatMap((service) =>
    [...factsOf(service)].map(({ id, value, known }) => `${id} = ${JSON.stringify(value)} ${known}`),
  );
  return [...facts, ...earlier, ...diagnostics.map(({ code, message }) => `${code} ${message}`)].join('\n');
}

function readOne(page: Page): { fragments: readonly Fragment[]; findings: string[] } {
  const { report, diagnostics } = collector();
  return {
    fragments: fragmentsOf([page], report),
    findings: diagnostics.map(({ code, message }) => `${code} ${message}`),
  };
}

/** Every nth page of a folder, spoiled in every way, at a few places each. */
function silentMutations(folder: string, sample: number): { silent: string[]; tried: number } {
  const pages = sharedPages('corpus', ...folder.split('/'));
  const read = pages.map(readOne);
  const silent: string[] = [];
  let tried = 0;
  for (let index = 0; index < pages.length; index += sample) {
    const page = pages[index];
    if (!page) continue;
    const spoil = (text: string): string => {
      const parts = read.map((one, other) => (other === index ? readOne({ path: page.path, text }) : one));
      return outcome(
        parts.flatMap(({ fragments }) => fragments),
        parts.flatMap(({ findings }) => findings),
      );
    };
    const before = spoil(page.text);
    for (const [name, mutate] of Object.entries(MUTATIONS)) {
      for (const pick of [0, 3]) {
        const mutated = mutate(page.text.split(/\r?\n/), pick)?.join('\n');
        if (mutated === undefined || mutated === page.text) continue;
        tried += 1;
        if (spoil(mutated) === before) silent.push(`${page.path}: ${name} (${pick})`);
      }
    }
  }
  return { silent, tried };
}

describe.skipIf(!hasShared)(`a page that is spoiled changes the model or is reported${needsShared}`, () => {
  it.each([
    ['awsdocs/efs', 5],
    ['mirror/acm', 4],
    ['current/finspace-data', 6],
    ['placeholders/finspace-data', 7],
    ['text/finspace-data', 6],
  ])('%s', (folder, sample) => {
    const { silent, tried } = silentMutations(folder, sample);
    expect(silent).toEqual([]);
    expect(tried).toBeGreaterThan(40);
  });
});
