import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Words of one vendor; they may stand in its ecosystem, in tests and in samples. */
const words = /aws|amz|amazon|sigv4|\bregions?\b/giu;

/** What else has such a word, and why: the line that registers the ecosystem, and a field of another standard. */
const allowed: { readonly [file: string]: RegExp } = {
  'src/ecosystems/registry.ts': /import \{ aws \} from '\.\/aws\/index\.js';|\[http, aws\]/gu,
  'src/diagnostics/format/sarif.ts': /region: \{ startLine/gu,
};

const files = ['src', 'templates'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/')),
);

it('no file outside its ecosystem knows the vendor that docwright began with', () => {
  expect(files).toContain('src/pipeline.ts');
  const strays = files
    .filter((file) => !file.startsWith('src/ecosystems/aws/'))
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8').replace(allowed[file] ?? /$^/u, '');
      return [...text.matchAll(words)].map(([word]) => `${file}: ${word}`);
    });
  expect(strays).toEqual([]);
});
