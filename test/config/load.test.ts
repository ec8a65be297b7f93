import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadProject } from '../../src/config/load.js';
import { selectServices } from '../../src/config/project.js';
import { collector } from '../../src/diagnostics/report.js';
import { folderWith } from '../support/folder.js';

const known = {
  emitters: ['types', 'client', 'server'],
  dialects: ['markdown', 'text'],
  ecosystems: ['http'],
  protocols: ['calls'],
};

/** Loads the configuration of a folder with these files; findings are `place code: message`. */
async function load(files: Readonly<Record<string, string>>, config?: string) {
  const folder = folderWith(files);
  const { report, diagnostics } = collector();
  const project = await loadProject({ folder, config }, known, report);
  const findings = diagnostics.map(({ code, message, source }) =>
    source ? `${source.file}:${source.line}:${source.column} ${code}: ${message}` : `${code}: ${message}`,
  );
  return { folder, project, findings };
}

describe('a configuration that is well-formed', () => {
  const object = '{ services: { users: { pages: "pages" } } }';

  it.each([
    ['docwright.config.json', '{ "services": { "users": { "pages": "pages" } } }'],
    ['docwright.config.mjs', `export default ${object};`],
    ['docwright.config.js', `export default ${object};`],
    ['docwright.config.mts', `const config: { services: object } = ${object};\nexport default config;`],
    ['docwright.config.ts', `export default ${object} satisfies object;`],
    ['docwright.config.mjs', `export default Promise.resolve(${object});`],
  ])('%s: %s', async (name, text) => {
    const { project, folder, findings } = await load({ [name]: text, 'package.json': '{"type": "module"}' });
    expect(findings).toEqual([]);
    expect(project).toMatchObject({
      folder,
      strict: false,
      services: [
        {
          id: 'users',
          pages: ['pages'],
          service: undefined,
          output: join(folder, 'generated/users'),
          handlers: undefined,
          emitters: undefined,
          dialects: undefined,
          formatter: 'oxfmt',
          header: [],
          templatesFolder: undefined,
          templates: [],
          overrides: [],
          validation: undefined,
          packageName: 'users',
          packageVersion: '0.0.0',
        },
      ],
    });
  });

  it('may import defineConfig from docwright, where that is installed', async () => {
    const folder = folderWith();
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(resolve('.'), join(folder, 'node_modules/docwright'));
    const text = `import { defineConfig } from 'docwright';\nexport default defineConfig(${object});\n`;
    writeFileSync(join(folder, 'docwright.config.ts'), text);
    const { report, diagnostics } = collector();
    expect(await loadProject({ folder }, known, report)).toMatchObject({ services: [{ id: 'users' }] });
    expect(diagnostics).toEqual([]);
  });

  it('says everything that it can say', async () => {
    const { project, folder, findings } = await load({
      'docwright.config.json': JSON.stringify({
        $schema: './schema.json',
        output: 'api',
        emitters: ['client', 'server'],
        formatter: 'prettier',
        header: ['Copyright Acme', 'SPDX-License-Identifier: MIT'],
        templates: 'my/templates',
        strict: true,
        services: {
          users: { pages: ['a', 'b/*.md'], service: 'users-2020-01-01', handlers: 'src/handlers' },
          mail: {
            pages: 'c',
            output: 'mail',
            emitters: ['types'],
            dialects: ['text', 'markdown'],
            package: { name: '@acme/mail', version: '1.0.0' },
          },
        },
      }),
      'my/templates/partials/doc.hbs': '{{doc}}',
      'my/templates/README.md': 'Not a template.',
    });
    expect(findings).toEqual([]);
    expect(project).toMatchObject({
      strict: true,
      services: [
        {
          id: 'users',
          pages: ['a', 'b/*.md'],
          service: 'users-2020-01-01',
          output: join(folder, 'api/users'),
          handlers: join(folder, 'src/handlers'),
          emitters: ['client', 'server'],
          dialects: undefined,
          formatter: 'prettier',
          header: ['Copyright Acme', 'SPDX-License-Identifier: MIT'],
          templatesFolder: join(folder, 'my/templates'),
          templates: [{ name: 'partials/doc', file: 'my/templates/partials/doc.hbs', text: '{{doc}}' }],
        },
        {
          id: 'mail',
          output: join(folder, 'mail'),
          emitters: ['types'],
          dialects: ['text', 'markdown'],
          packageName: '@acme/mail',
          packageVersion: '1.0.0',
        },
      ],
    });
  });

  it('is found by name from another folder, which its paths are not relative to', async () => {
    const { folder } = await load({
      'docwright.config.json': '{ "services": { "users": { "pages": "pages" } } }',
    });
    const { report } = collector();
    const project = await loadProject(
      { folder: tmpdir(), config: join(folder, 'docwright.config.json') },
      known,
      report,
    );
    expect(project).toMatchObject({ folder, services: [{ output: join(folder, 'generated/users') }] });
  });
});

describe('a configuration that cannot be loaded', () => {
  it.each([
    [
      '{ "services": { "users": }',
      '1:26 config-unreadable: The configuration cannot be loaded: value expected (JSON).',
    ],
    [
      '{} // no comments',
      '1:4 config-unreadable: The configuration cannot be loaded: invalid comment token (JSON).',
    ],
    ['', '1:1 config-unreadable: The configuration cannot be loaded: value expected (JSON).'],
  ])('%j', async (text, finding) => {
    expect((await load({ 'docwright.config.json': text })).findings).toEqual([
      `docwright.config.json:${finding}`,
    ]);
  });

  it('throws', async () => {
    const { findings } = await load({ 'docwright.config.mjs': "\nthrow new Error('no luck');\n" });
    expect(findings).toEqual([
      'docwright.config.mjs:2:7 config-unreadable: The configuration cannot be loaded: no luck.',
    ]);
  });

  it('does not parse', async () => {
    const { findings } = await load({ 'docwright.config.ts': 'export default {\n  services: ,\n};\n' });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(/^docwright\.config\.ts:2:13 config-unreadable: /u);
  });

  it('exports nothing', async () => {
    const { findings } = await load({ 'docwright.config.mjs': 'export const config = {};\n' });
    expect(findings).toEqual([
      'docwright.config.mjs:1:1 config-unreadable: The configuration cannot be loaded: it has no default export.',
    ]);
  });

  it('is one of two', async () => {
    const { findings } = await load({ 'docwright.config.mjs': '', 'docwright.config.json': '' });
    expect(findings).toEqual([
      'config-several: Found docwright.config.mjs and docwright.config.json in one folder; expected one of them.',
    ]);
  });
});

describe('a configuration at fault, with the place', () => {
  it.each([
    [
      'an unknown key',
      { outptu: 'x', services: {} },
      '2:3 config-unknown-key: Unexpected key "outptu" in the configuration; expected output, emitters, formatter, header, templates, strict, cache, plugins, services.',
    ],
    [
      'an unknown key inside',
      { services: { users: { pages: 'x', page: 'y' } } },
      '5:7 config-unknown-key: Unexpected key "page" in services.users; expected pages, service, ecosystem, protocol, server, auth, reading, minCoverage, output, emitters, dialects, handlers, package, overrides, acceptedChanges, validation.',
    ],
    ['a missing key', {}, '1:1 config-missing-key: Expected the key "services" in the configuration.'],
    [
      'a missing key inside',
      { services: { users: {} } },
      '3:5 config-missing-key: Expected the key "pages" in services.users.',
    ],
    [
      'a wrong type',
      { services: {}, strict: 'yes' },
      '3:13 config-value: Unexpected text "yes" at strict; expected a boolean.',
    ],
    [
      'a meaning of a column that there is not',
      { services: { users: { pages: 'x', reading: { columns: { feld: 'nom' } } } } },
      '7:19 config-value: Unexpected text "nom" at services.users.reading.columns.feld; expected name, type, required, optional, default, description, values, place, example, nullable, deprecated, format, method, path, status, value, other.',
    ],
    [
      'a key of a component that there is not',
      {
        services: {
          users: { pages: 'x', reading: { components: { Zutat: { means: 'member', nom: 'x' } } } },
        },
      },
      '9:13 config-unknown-key: Unexpected key "nom" in services.users.reading.components.Zutat; expected means, method, path, name, type, required, optional, default, values, description, in, place.',
    ],
    [
      'a common parameter without its place',
      { services: { users: { pages: 'x', reading: { parameters: { lang: {} } } } } },
      '7:11 config-missing-key: Expected the key "in" in services.users.reading.parameters.lang.',
    ],
    [
      'one of several types',
      { services: { users: { pages: 3 } } },
      '4:16 config-value: Unexpected number 3 at services.users.pages; expected text or a list.',
    ],
    [
      'a wrong type in a list',
      { services: { users: { pages: ['a', null] } } },
      '6:9 config-value: Unexpected null at services.users.pages[1]; expected text.',
    ],
    [
      'no object at all',
      [],
      '1:1 config-value: Unexpected empty list at the configuration; expected an object.',
    ],
    [
      'an emitter that is not there',
      { services: {}, emitters: ['types', 'php'] },
      '5:5 config-value: Unexpected "php" at emitters; expected types, client, server.',
    ],
    [
      'an emitter of one service that is not there',
      { services: { a: { pages: 'x', emitters: ['types', 'php'] } } },
      '7:9 config-value: Unexpected "php" at services.a.emitters; expected types, client, server.',
    ],
    [
      'a dialect that is not there',
      { services: { a: { pages: 'x', dialects: ['html'] } } },
      '6:9 config-value: Unexpected "html" at services.a.dialects; expected markdown, text.',
    ],
    [
      'an ecosystem that is not there',
      { services: { a: { pages: 'x', ecosystem: 'htp' } } },
      '5:7 config-value: Unexpected "htp" at services.a.ecosystem; expected http.',
    ],
    [
      'a protocol that is not there',
      { services: { a: { pages: 'x', protocol: 'soap' } } },
      '5:7 config-value: Unexpected "soap" at services.a.protocol; expected calls.',
    ],
    [
      'handlers that no server calls',
      { emitters: ['client'], services: { a: { pages: 'x', handlers: 'h' } } },
      '8:7 config-value: Unexpected handlers without a server at services.a; expected the emitter "server", or no handlers.',
    ],
    [
      'a formatter that is not there',
      { services: {}, formatter: 'dprint' },
      '3:16 config-value: Unexpected text "dprint" at formatter; expected oxfmt, prettier, off.',
    ],
    [
      'a header of another type',
      { services: {}, header: [1] },
      '4:5 config-value: Unexpected number 1 at header[0]; expected text.',
    ],
    [
      'templates in a folder that is not there',
      { services: {}, templates: 'none' },
      '3:16 config-value: Unexpected text "none" at templates; expected a folder that is there.',
    ],
    [
      'an id that is no folder name',
      { services: { '../users': { pages: 'x' } } },
      '3:5 config-value: Unexpected id "../users" at services; expected lower-case letters, digits and single hyphens, as it names a folder.',
    ],
    [
      'a folder used twice',
      { services: { a: { pages: 'x', output: 'o' }, b: { pages: 'x', output: 'o/deep' } } },
      '7:5 config-value: Unexpected output folder at services.b; expected a folder that no other service uses.',
    ],
    [
      'handlers where they would be taken for ours',
      { services: { a: { pages: 'x', handlers: 'generated/a/handlers' } } },
      '3:5 config-value: Unexpected handlers folder at services.a; expected a folder apart from the output folder.',
    ],
  ])('%s', async (_, config, finding) => {
    const text = JSON.stringify(config, null, 2);
    expect((await load({ 'docwright.config.json': text })).findings).toEqual([
      `docwright.config.json:${finding}`,
    ]);
  });

  it('names the templates that one of another name may be meant to replace', async () => {
    const { project, findings } = await load({
      'docwright.config.json': '{ "services": {}, "templates": "mine" }',
      'mine/typse.hbs': '',
      'mine/doc.hbs': '',
      'mine/partials/client.hbs': '',
      'mine/partials/header.hbs': '{{header}}',
      'mine/something/else.hbs': '',
    });
    expect(project).toBeUndefined();
    expect(
      findings.map((finding) => finding.replace(/; expected .*, .*, .*, .*/u, '; expected many')),
    ).toEqual([
      'mine/doc.hbs:1:1 template-unknown: No template is called "doc"; expected partials/doc.',
      'mine/partials/client.hbs:1:1 template-unknown: No template is called "partials/client"; expected client.',
      'mine/something/else.hbs:1:1 template-unknown: No template is called "something/else"; expected many',
      'mine/typse.hbs:1:1 template-unknown: No template is called "typse"; expected types.',
    ]);
  });

  it('reports every fault, not the first one', async () => {
    const { findings } = await load({ 'docwright.config.json': '{ "a": 1, "b": 2 }' });
    expect(findings).toHaveLength(3);
  });

  it.each([
    [
      'defineConfig',
      'export default defineConfig({\n  services: {\n    users: { pages: 3 },\n  },\n});\n',
      '3:21',
    ],
    [
      'a constant',
      'const users = { pages: 3 };\nconst config = { services: { users: users } };\nexport default config;\n',
      '1:24',
    ],
    ['satisfies', 'export default ({ services: { users: { "pages": 3 } } }) satisfies object;\n', '1:49'],
    [
      'what is computed',
      'export default { services: Object.fromEntries([["users", { pages: 3 }]]) };\n',
      '1:28',
    ],
  ])('finds the place in TypeScript through %s', async (_, text, place) => {
    const helper = text.includes('defineConfig')
      ? 'function defineConfig(config: object) { return config; }\n'
      : '';
    const { findings } = await load({ 'docwright.config.ts': text + helper });
    expect(findings).toEqual([
      `docwright.config.ts:${place} config-value: Unexpected number 3 at services.users.pages; expected text or a list.`,
    ]);
  });
});

describe('selectServices', () => {
  it('gives those that are named, and reports a name that is not there', async () => {
    const services = { a: { pages: 'x' }, b: { pages: 'x' } };
    const { project } = await load({ 'docwright.config.json': JSON.stringify({ services }) });
    const { report, diagnostics } = collector();
    expect(project && selectServices(project, ['b', 'c'], report).map(({ id }) => id)).toEqual(['b']);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'No service "c" is configured; expected a, b.',
    ]);
  });
});
