import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { bindService } from '../../dist/ecosystems/bind-service.js';
import { emitService } from '../../dist/emitters/emit.js';
import { service as bare } from '../validators/model.js';

const [operation] = bare.operations;
const { source, known } = operation;
const fact = (value) => ({ value, source, known });
const text = (name) => ({
  name,
  wireName: name,
  location: fact('body'),
  type: { kind: 'string', constraints: [], source, known },
  source,
  known,
});

/** The operation of the validators' bench as it travels. */
const createFunction = {
  ...operation,
  http: { method: fact('POST'), uri: fact('/functions') },
  responses: [{ status: fact(201), members: [text('FunctionArn'), text('Version')], source, known }],
};

const folder = fileURLToPath(
  new URL('../../node_modules/.cache/docwright-bench/functions/', import.meta.url),
);

/** Emits the package and builds it module by module; gives its folder. */
export async function buildServerPackage() {
  const service = { ...bare, ecosystem: 'aws', protocol: fact('restJson1'), operations: [createFunction] };
  const files = emitService(
    bindService(service, () => undefined),
    ['types', 'errors', 'schemas', 'validators', 'server'],
    { header: [], packageName: 'functions', packageVersion: '1.0.0' },
  );
  rmSync(folder, { recursive: true, force: true });
  for (const { path, content } of files.filter((file) => file.path.endsWith('.ts'))) {
    const { code } = await transform(content, { loader: 'ts', target: 'es2022' });
    const target = join(folder, path.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, code);
  }
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  return folder;
}
