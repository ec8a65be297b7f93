import { readdirSync, readFileSync } from 'node:fs';
import Handlebars from 'handlebars';

const folder = new URL('../templates/', import.meta.url);

/**
 * A module of each of our templates as a function: Handlebars need not be loaded.
 */
export function prebuiltTemplates() {
  const entries = readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => file.slice(0, -'.hbs'.length).replaceAll('\\', '/'))
    .sort()
    .map(printEntry);
  const made = `const made = {\n${entries.join('')}};\nreturn made;`;
  return `export const templatesOf = ({ text, each, indented }) => {\n${made}\n};\n`;
}

function printEntry(name) {
  const text = readFileSync(new URL(`${name}.hbs`, folder), 'utf8');
  return `${JSON.stringify(name)}: (view) => ${printProgram(Handlebars.parse(text))},\n`;
}

/** A template literal that prints what stands in a template or a block. */
const printProgram = ({ body }) => `\`${body.map((node) => printers[node.type](node)).join('')}\``;

/** What may stand in our templates; a test holds them to it. */
const printers = {
  CommentStatement: () => '',
  ContentStatement: ({ value }) => value.replace(/[\\`$]/g, '\\$&').replaceAll('\r', '\\r'),
  MustacheStatement: ({ path: { original } }) =>
    `\${${original === 'this' ? 'view' : `text(view, '${original}')`}}`,
  PartialStatement({ name, indent }) {
    const call = `made['partials/${name.original}'](view)`;
    return `\${${indent ? `indented(${call}, '${indent}')` : call}}`;
  },
  BlockStatement({ path, params, program, inverse }) {
    const value = `view.${params[0].original}`;
    const block = printProgram(program);
    if (path.original === 'each') return `\${each(${value}, (view) => ${block})}`;
    if (path.original !== 'if')
      throw new Error(`Templates hold no {{#${path.original}}}: decide in TypeScript.`);
    return `\${${value} ? ${block} : ${inverse ? printProgram(inverse) : "''"}}`;
  },
};
