import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { peers } from './peers/index.js';
import { docwright, runNode, withoutFastEngines } from './processes.js';

const peerCommand = new URL('peers/run.js', import.meta.url).pathname;

/**
 * A project for pages, and what makes a package of them: docwright from the pages, and each peer from the OpenAPI document
 * of the same services, all as cold processes that write to a folder of their own.
 */
export async function generatorsFor(services) {
  const folder = mkdtempSync(join(tmpdir(), 'docwright-bench-'));
  const documents = await writeProject(folder, services);
  const cold = (flags) => async () => {
    rmSync(join(folder, 'generated'), { recursive: true, force: true });
    return runNode([...flags, docwright, 'generate', '--no-cache', '--quiet'], folder);
  };
  const ofPeer = (name) => async () => {
    rmSync(join(folder, 'peer'), { recursive: true, force: true });
    return runNode([peerCommand, name, join(folder, 'peer'), ...documents], folder);
  };
  return {
    folder,
    contenders: {
      docwright: cold([]),
      'docwright, reference engines': cold(withoutFastEngines),
      ...Object.fromEntries(Object.keys(peers).map((name) => [name, ofPeer(name)])),
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** Writes the configuration beside the pages and, from the same pages, an OpenAPI document a service. */
async function writeProject(folder, services) {
  const configured = Object.keys(services).map((id) => [id, { pages: `pages/${id}` }]);
  const config = { cache: false, services: Object.fromEntries(configured) };
  writeFileSync(join(folder, 'docwright.config.json'), JSON.stringify(config));
  const documents = [];
  for (const [id, pages] of Object.entries(services)) {
    cpSync(pages, join(folder, 'pages', id), { recursive: true });
    const { text } = await openapiOf(pages);
    const document = join(folder, `${id}.json`);
    writeFileSync(document, text);
    documents.push(document);
  }
  mkdirSync(join(folder, 'generated'), { recursive: true });
  return documents;
}

async function openapiOf(pages) {
  const { inspect } = await import('../bundle/index.js');
  return inspect({ folder: '/', pages: [pages], format: 'openapi' });
}
