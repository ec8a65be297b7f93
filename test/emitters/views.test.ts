import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { afterAll, expect, it, vi } from 'vitest';
import { prebuiltTemplates } from '../../build/templates.js';
import { templateRuntime } from '../../src/render/template-runtime.js';
import type * as Templates from '../../src/render/templates.js';

interface Filled {
  readonly view: object;
  /** What Handlebars prints. */
  readonly printed: string;
}

const filled = new Map<string, Filled[]>();
vi.mock('../../src/render/templates.js', async (load) => {
  const original = await load<typeof Templates>();
  return {
    renderTemplate: (name: string, view: object): string => {
      const printed = original.renderTemplate(name, view);
      filled.set(name, [...(filled.get(name) ?? []), { view, printed }]);
      return printed;
    },
  };
});

// Other tests may have loaded the emitters with the real module, or may do so after this one.
vi.resetModules();
afterAll(() => void vi.resetModules());
const { emitAll } = await import('./support/emit.js');
const { library } = await import('./support/sample.js');

const parse = (name: string): hbs.AST.Program =>
  Handlebars.parse(readFileSync(new URL(`../../templates/${name}.hbs`, import.meta.url), 'utf8'));

const nameOf = (node: hbs.AST.Node): string => (node as hbs.AST.PathExpression).original;

/** What a template asks of a view and does not get: Handlebars itself is silent where a block's name is missing. */
function missing(program: hbs.AST.Program, view: unknown): string[] {
  return program.body.flatMap((node) => {
    if (node.type === 'MustacheStatement') {
      const name = nameOf((node as hbs.AST.MustacheStatement).path);
      return isText(name === 'this' ? view : own(view, name)) ? [] : [`${name} is no text`];
    }
    if (node.type === 'PartialStatement') {
      return missing(parse(`partials/${nameOf((node as hbs.AST.PartialStatement).name)}`), view);
    }
    return node.type === 'BlockStatement' ? missingInBlock(node as hbs.AST.BlockStatement, view) : [];
  });
}

function missingInBlock(block: hbs.AST.BlockStatement, view: unknown): string[] {
  const name = nameOf(block.params[0] ?? block.path);
  const value = own(view, name);
  const inverse = block.inverse ? missing(block.inverse, view) : [];
  if (nameOf(block.path) === 'each') {
    if (!Array.isArray(value)) return [`${name} is no list`];
    return value.flatMap((item) => missing(block.program, item));
  }
  if (typeof value !== 'boolean' && typeof value !== 'string') return [`${name} is no boolean`];
  return [...(value ? missing(block.program, view) : []), ...inverse];
}

const own = (view: unknown, name: string): unknown =>
  typeof view === 'object' && view !== null && Object.hasOwn(view, name)
    ? (view as Record<string, unknown>)[name]
    : undefined;

const isText = (value: unknown): boolean => typeof value === 'string';

emitAll(library);

it('finds every name of every template in its view', () => {
  expect([...filled.keys()]).toEqual(
    expect.arrayContaining(['types', 'errors', 'schemas', 'client', 'server', 'index', 'readme']),
  );
  for (const [name, list] of filled) {
    expect([name, list.flatMap(({ view }) => missing(parse(name), view))]).toEqual([name, []]);
  }
});

it('prints with what the build makes of the templates what Handlebars prints', async () => {
  const { templatesOf } = await import(`data:text/javascript,${encodeURIComponent(prebuiltTemplates())}`);
  const made = templatesOf(templateRuntime);
  for (const [name, list] of filled) {
    for (const { view, printed } of list) expect(made[name](view)).toBe(printed);
  }
});
