import { readdirSync, readFileSync } from 'node:fs';
import Handlebars from 'handlebars';

const folder = new URL('../templates/', import.meta.url);

/**
 * A module of each of our templates as a function, beside the text that it was made from: neither Handlebars nor its
 * compiler has to be loaded, and a template that has changed since is left to them.
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
  const partials = [];
  const code = printProgram(Handlebars.parse(text), partials);
  return `${JSON.stringify(name)}: { text: ${JSON.stringify(text)}, partials: ${JSON.stringify(partials)}, fill: (view) => ${code} },\n`;
}

/** A template literal that prints what stands in a template or a block. */
const printProgram = ({ body }, partials) =>
  `\`${body.map((node) => printers[node.type](node, partials)).join('')}\``;

/** What may stand in our templates; a test holds them to it. */
const printers = {
  CommentStatement: () => '',
  ContentStatement: ({ value }) => value.replace(/[\\`$]/g, '\\$&').replaceAll('\r', '\\r'),
  MustacheStatement: ({ path: { original } }) =>
    `\${${original === 'this' ? 'view' : `text(view, '${original}')`}}`,
  PartialStatement({ name, indent }, partials) {
    const partial = `partials/${name.original}`;
    partials.push(partial);
    const call = `made['${partial}'].fill(view)`;
    return `\${${indent ? `indented(${call}, '${indent}')` : call}}`;
  },
  BlockStatement({ path, params, program, inverse }, partials) {
    const value = `view.${params[0].original}`;
    const block = printProgram(program, partials);
    if (path.original === 'each') return `\${each(${value}, (view) => ${block})}`;
    if (path.original !== 'if')
      throw new Error(`Templates hold no {{#${path.original}}}: decide in TypeScript.`);
    return `\${${value} ? ${block} : ${inverse ? printProgram(inverse, partials) : "''"}}`;
  },
};
