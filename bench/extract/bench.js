import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { collector } from '../../dist/diagnostics/report.js';
import { useMarkdownEngine } from '../../dist/markdown/parse.js';
import { linkServices, readFragments, readPages } from '../../dist/pipeline.js';
import { markdownServices } from '../pages.js';
import { measureRounds, median, ratioOf } from '../measure.js';
import { versionsOf } from '../versions.js';

/**
 * From the pages of eight services to their linked models, beside nothing but `remark-parse` on the same pages, and beside
 * reading and hashing them.
 */
export async function run() {
  const folders = markdownServices();
  const pages = await readPages(folders, '/', () => undefined);
  const remark = unified().use(remarkParse).freeze();
  const paths = pages.map(({ path }) => `/${path}`.replace(/^\/+/u, '/'));
  const contenders = {
    'read and hash': () => Promise.all(paths.map(hashFile)),
    'remark-parse alone': () => pages.forEach(({ text }) => remark.parse(text)),
    'docwright, reference engine': () => extractAll(folders, 'reference'),
    'docwright, fast engine': () => extractAll(folders, 'fast'),
  };
  const rates = await measureRounds(contenders, { rounds: 5 });
  const over = (name) => 1 / ratioOf(rates, name, 'remark-parse alone');
  return {
    versions: versionsOf('remark-parse', 'satteri'),
    ratios: {
      extract_over_remark_parse: over('docwright, reference engine'),
      extract_over_remark_parse_fast: over('docwright, fast engine'),
      extract_over_read_and_hash_fast: 1 / ratioOf(rates, 'docwright, fast engine', 'read and hash'),
    },
    table: [
      [`${pages.length} pages`, 'ms', 'pages/s', 'of remark-parse'],
      ...Object.keys(contenders).map((name) => {
        const rate = median(rates[name]);
        return [name, (1000 / rate).toFixed(0), (rate * pages.length).toFixed(0), over(name).toFixed(3)];
      }),
    ],
  };
}

const hashFile = async (path) =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');

/** Throws where the engine is not installed or nothing was read, for then there is nothing to measure. */
async function extractAll(folders, engine) {
  if ((await useMarkdownEngine(engine)) !== engine) throw new Error(`the ${engine} engine is not installed`);
  for (const folder of folders) await extract(folder);
}

async function extract(folder) {
  const { report } = collector();
  const pages = await readPages([folder], '/', report);
  const fragments = await readFragments(pages, {}, () => undefined);
  const [service] = await linkServices(fragments, {}, report);
  if (service === undefined || service.operations.length === 0) throw new Error('nothing was read');
}
