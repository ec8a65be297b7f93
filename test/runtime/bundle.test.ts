import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type BuildOptions } from 'esbuild';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../src');

/** Every module that generated packages may carry, by its path in src. */
const modules = ['runtime', 'ecosystems/aws/runtime', 'ecosystems/http/runtime'].flatMap((room) =>
  readdirSync(join(folder, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${room}/${name}`),
);

const oneOperation = `
  import { connect } from './ecosystems/aws/runtime/client.js';
  import { restJson1Client } from './ecosystems/aws/runtime/protocols/rest-json/client.js';
  import { send } from './runtime/client/send.js';
  const structure = (members) => ({ kind: 'structure', members });
  const service = { id: 'books', apiVersion: '1', endpointPrefix: 'books', signingName: 'books' };
  const input = structure({ id: { schema: 'string', at: 'label' } });
  const getBook = { name: 'GetBook', method: 'GET', uri: '/{id}', status: 200, input, output: structure({}), errors: [] };
  export const get = (options, id) => send(connect(service, restJson1Client, options), getBook, { id });
`;

const oneOperationOfHttp = `
  import { connect } from './ecosystems/http/runtime/client.js';
  import { httpClient } from './ecosystems/http/runtime/protocols/http/client.js';
  import { bearer } from './ecosystems/http/runtime/auth/bearer.js';
  import { send } from './runtime/client/send.js';
  const structure = (members) => ({ kind: 'structure', members });
  const input = structure({ id: { schema: 'string', at: 'label' } });
  const getBook = { name: 'GetBook', method: 'GET', uri: '/{id}', status: 200, input, output: structure({}), errors: [] };
  const settings = { servers: [], auth: { bearer: bearer({}) } };
  export const get = (options, id) =>
    send(connect({ id: 'books', apiVersion: '1' }, httpClient, settings, options), getBook, { id });
`;

const official = `
  import { GetFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';
  export const get = (options, FunctionName) => new LambdaClient(options).send(new GetFunctionCommand({ FunctionName }));
`;

interface Bundle {
  readonly gzipped: number;
  /** The files that have a part in it. */
  readonly files: readonly string[];
  readonly text: string;
}

async function bundle(contents: string, options: BuildOptions = {}): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: folder, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
    metafile: true,
    logLevel: 'error',
    ...options,
  });
  const [{ text, contents: bytes } = { text: '', contents: new Uint8Array() }] = outputFiles ?? [];
  const inputs = Object.values(metafile?.outputs ?? {}).flatMap((output) => Object.entries(output.inputs));
  const files = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path);
  return { gzipped: gzipSync(bytes, { level: 9 }).length, files, text };
}

describe('a client in a bundle', () => {
  it('holds nothing of servers and validators', async () => {
    const foreign = /server|router|verify|strict|-read|validat|node\.ts|express|fastify|hono|paginate/;
    for (const contents of [oneOperation, oneOperationOfHttp]) {
      const { files } = await bundle(contents);
      expect(files.some((path) => path.endsWith('runtime/client/send.ts'))).toBe(true);
      expect(files.filter((path) => path.includes('runtime/') && foreign.test(path))).toEqual([]);
    }
  });

  it.each([
    ['browser', []],
    ['worker', ['workerd', 'worker', 'browser']],
  ])('asks a %s for no module that only Node has', async (_, conditions) => {
    const { text } = await bundle(oneOperation, { conditions });
    expect(text).toContain('AWS4-HMAC-SHA256');
    expect(text).not.toMatch(/\b(?:from|import|require)\s*\(?\s*["'](?:node:|[a-z])/);
  });

  it('holds nothing of other schemes and ecosystems', async () => {
    const { files, text } = await bundle(oneOperationOfHttp);
    expect(files.filter((path) => /aws|hmac|oauth2|signature/.test(path))).toEqual([]);
    expect(text).not.toMatch(/x-amz|sigv4/i);
  });

  it('weighs at most 0.14 of what the official SDK does for one operation, signing and all', async () => {
    const [ours, theirs] = [await bundle(oneOperation), await bundle(official)];
    expect(ours.gzipped / theirs.gzipped).toBeLessThanOrEqual(0.14);
  });
});

describe('the runtime', () => {
  it.each(modules)('%s does nothing when it is imported', async (name) => {
    const { text } = await bundle(`import * as unused from './${name.replace(/\.ts$/, '.js')}';`, {
      external: ['@smithy/*'],
    });
    expect(text.replace(/import"@smithy\/[^"]*";/g, '').trim()).toBe('');
  });
});
