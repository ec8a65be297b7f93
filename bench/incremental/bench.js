import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, ratioOf } from '../measure.js';
import { lambdaPages } from '../pages.js';
import { docwright, measureProcesses, runNode, withoutFastEngines } from '../processes.js';

const page = 'API_CreateFunction.md';
const rounds = 7;

/**
 * The whole process of `docwright generate`, side by side: nothing there yet, nothing changed since, and one page changed.
 */
export async function run() {
  const folder = createProject(lambdaPages());
  const generate = (...options) => runNode([...options, docwright, 'generate', '--quiet'], folder);
  try {
    const runs = await measureProcesses(
      {
        coldReference: () => (forget(folder), generate(...withoutFastEngines)),
        cold: () => (forget(folder), generate()),
        unchanged: () => generate(),
        onePage: () => (change(folder), generate()),
        nothing: () => runNode(['-e', '0'], folder),
      },
      rounds,
    );
    return told(runs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const labels = {
  coldReference: 'cold, reference engines',
  cold: 'cold',
  onePage: 'one page changed',
  unchanged: 'nothing changed',
  nothing: 'node -e 0',
};

function told(runs) {
  const of = (key) =>
    Object.fromEntries(Object.entries(runs).map(([name, all]) => [name, all.map((one) => one[key])]));
  const [ms, cpu] = [of('ms'), of('cpuMs')];
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return {
    versions: { docwright: version },
    ratios: {
      unchanged_over_cold: ratioOf(ms, 'unchanged', 'cold'),
      unchanged_over_cold_reference: ratioOf(ms, 'unchanged', 'coldReference'),
      one_page_over_cold: ratioOf(ms, 'onePage', 'cold'),
    },
    table: [
      ['run', 'ms', 'over cold', 'CPU ms', 'over cold'],
      ...Object.entries(labels).map(([name, label]) => [label, ...cells(ms, name), ...cells(cpu, name)]),
    ],
  };
}

const cells = (times, name) => [median(times[name]).toFixed(0), ratioOf(times, name, 'cold').toFixed(3)];

/** A project as an installation leaves it: with a node_modules, where the cache goes. */
function createProject(pages) {
  const folder = mkdtempSync(join(tmpdir(), 'docwright-bench-'));
  const config = { services: { lambda: { pages: 'pages' } } };
  cpSync(pages, join(folder, 'pages'), { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{}');
  writeFileSync(join(folder, 'docwright.config.json'), JSON.stringify(config));
  return folder;
}

function forget(folder) {
  for (const path of ['generated', 'node_modules/.cache'])
    rmSync(join(folder, path), { recursive: true, force: true });
}

let changes = 0;

/** A constraint and a sentence, as an author changes them: types, validators, schemas and model come out differently. */
function change(folder) {
  changes += 1;
  const path = join(folder, 'pages', page);
  const text = readFileSync(path, 'utf8');
  const changed = text
    .replace(/(?<=Minimum length of 0\\\. )Maximum length of \d+/, `Maximum length of ${256 + changes}`)
    .replace(/^Creates a Lambda function.*?\\\./m, `Creates a Lambda function, as of ${changes}\\.`);
  if (changed === text) throw new Error(`nothing to change in ${page}`);
  writeFileSync(path, changed);
}
