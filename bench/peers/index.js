import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { versionsOf } from '../versions.js';

/**
 * Generators of TypeScript from OpenAPI documents, each called as its own documentation says for the most that docwright
 * gives as well: types, a client and, where there are any, validators. A library is loaded when it is called.
 * @type {Readonly<Record<string, (document: string, folder: string) => Promise<void>>>}
 *   `document` is the path of an OpenAPI document, `folder` is where the code goes.
 */
export const peers = {
  '@hey-api/openapi-ts': heyApi,
  'openapi-typescript': openapiTypescript,
  orval,
};

/** The version of each. */
export const peerVersions = () => versionsOf(...Object.keys(peers));

/** Types, a client on fetch with a function for each operation, and Zod schemas. */
async function heyApi(document, folder) {
  const { createClient } = await import('@hey-api/openapi-ts');
  await createClient({
    input: document,
    output: { path: folder, postProcess: [] },
    plugins: ['@hey-api/typescript', '@hey-api/client-fetch', '@hey-api/sdk', 'zod'],
    logs: { level: 'silent', file: false },
    interactive: false,
  });
}

/** Types alone; it has nothing else. */
async function openapiTypescript(document, folder) {
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  const nodes = await openapiTS(JSON.parse(await readFile(document, 'utf8')), { silent: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'schema.ts'), astToString(nodes));
}

/** Types and a client on fetch in one file, Zod schemas in another. */
async function orval(document, folder) {
  const { generate } = await import('orval');
  for (const client of ['fetch', 'zod']) {
    const target = join(folder, `${client}.ts`);
    await generate({ input: { target: document }, output: { target, client, mode: 'single' } }, folder);
    // It tells people of its errors, and callers nothing.
    if (!existsSync(target)) throw new Error(`orval wrote no ${client} client for ${document}.`);
  }
}
