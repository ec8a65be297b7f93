import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { collector } from '../../dist/diagnostics/report.js';
import { useMarkdownEngine } from '../../dist/markdown/parse.js';
import { linkServices, readFragments, readPages } from '../../dist/pipeline.js';
import { guides, markdownServices } from '../pages.js';
import { measureRounds, median, ratioOf } from '../measure.js';
import { versionsOf } from '../versions.js';

/**
 * From the pages of eight services to their linked models, beside nothing but `remark-parse` on the same pages, and beside
 * reading and hashing them; and the same of nine hand-written guides, whose tables only `remark-gfm` parses.
 */
export async function run() {
  const reference = await measureFolders(markdownServices(), unified().use(remarkParse));
  const written = await measureFolders(guides(), unified().use(remarkParse).use(remarkGfm));
  return {
    versions: versionsOf('remark-parse', 'remark-gfm', 'satteri'),
    ratios: {
      extract_over_remark_parse: reference.over('docwright, reference engine'),
      extract_over_remark_parse_fast: reference.over('docwright, fast engine'),
      extract_over_read_and_hash_fast: reference.over('docwright, fast engine', 'read and hash'),
      guides_over_remark_gfm: written.over('docwright, reference engine'),
      guides_over_remark_gfm_fast: written.over('docwright, fast engine'),
    },
    table: [...reference.table, ['', '', '', ''], ...written.table],
  };
}

/** The time that folders of pages take from reading to linking, and what it is over that of another contender. */
async function measureFolders(folders, remark) {
  const pages = await readPages(folders, '/', () => undefined);
  const paths = pages.map(({ path }) => `/${path}`.replace(/^\/+/u, '/'));
  const contenders = {
    'read and hash': () => Promise.all(paths.map(hashFile)),
    'remark alone': () => pages.forEach(({ text }) => remark.parse(text)),
    'docwright, reference engine': () => extractAll(folders, 'reference'),
    'docwright, fast engine': () => extractAll(folders, 'fast'),
  };
  const rates = await measureRounds(contenders, { rounds: 5 });
  const over = (name, other = 'remark alone') => 1 / ratioOf(rates, name, other);
  const row = (name) => {
    const rate = median(rates[name]);
    return [name, (1000 / rate).toFixed(0), (rate * pages.length).toFixed(0), over(name).toFixed(3)];
  };
  const head = [`${pages.length} pages`, 'ms', 'pages/s', 'of remark'];
  return { over, table: [head, ...Object.keys(contenders).map(row)] };
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
