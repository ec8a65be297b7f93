import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { sources } from './package.js';

const ours = `
  import { connect, listUsers } from './client.js';
  export const users = (options, input) => listUsers(connect(options), input);
`;

const theirs = `
  import { ListUsersCommand, WorkMailClient } from '@aws-sdk/client-workmail';
  export const users = (options, input) => new WorkMailClient(options).send(new ListUsersCommand(input));
`;

/** The bytes of one operation for a browser, minified and gzipped, each. */
export async function measureBundles() {
  return { docwright: await weigh(ours), 'aws-sdk v3': await weigh(theirs) };
}

async function weigh(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: sources, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'error',
  });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length;
}
