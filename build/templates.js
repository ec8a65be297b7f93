import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { templateOptions } from '../dist/render/templates.js';

/**
 * Writes `dist/render/precompiled.js`: what Handlebars makes of each template, beside the text that it was made from.
 * Compiling takes longer than filling, and a template that has changed since is compiled where it is used.
 */
const folder = new URL('../templates/', import.meta.url);
const names = readdirSync(folder, { recursive: true })
  .filter((file) => file.endsWith('.hbs'))
  .map((file) => file.slice(0, -'.hbs'.length).replaceAll('\\', '/'))
  .sort();

const entries = names.map((name) => {
  const text = readFileSync(new URL(`${name}.hbs`, folder), 'utf8');
  const made = Handlebars.precompile(text, templateOptions);
  return `${JSON.stringify(name)}: { text: ${JSON.stringify(text)}, made: ${made} },\n`;
});

const target = new URL('../dist/render/precompiled.js', import.meta.url);
writeFileSync(target, `export const precompiled = {\n${entries.join('')}};\n`);
