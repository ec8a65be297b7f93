import { readdirSync, readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { templateOptions } from '../dist/render/templates.js';

const folder = new URL('../templates/', import.meta.url);

/**
 * A module of what Handlebars makes of each template, beside the text that it was made from: compiling takes longer than
 * filling, and a template that has changed since is compiled where it is used.
 */
export function prebuiltTemplates() {
  const names = readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => file.slice(0, -'.hbs'.length).replaceAll('\\', '/'))
    .sort();
  const entries = names.map((name) => {
    const text = readFileSync(new URL(`${name}.hbs`, folder), 'utf8');
    const made = Handlebars.precompile(text, templateOptions);
    return `${JSON.stringify(name)}: { text: ${JSON.stringify(text)}, made: ${made} },\n`;
  });
  return `export const precompiled = {\n${entries.join('')}};\n`;
}
