import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { startOf } from '../diagnostics/position.js';
import type { Report } from '../diagnostics/report.js';
import { packageFile } from '../base/own-files.js';
import type { Config } from './config.js';
import { suggestNames } from '../base/suggest-names.js';
import type { ConfigSource } from './source.js';

/** A template that stands in the place of the one with the same name. */
export interface UserTemplate {
  /** The path in the folder of templates, without its ending, such as `partials/doc`. */
  readonly name: string;
  /** Relative to the configuration's folder. */
  readonly file: string;
  readonly text: string;
}

const ours = packageFile('templates/');
const ENDING = '.hbs';

/** The templates that a configuration brings; undefined, and reported, where its folder does not hold such. */
export async function readTemplates(
  { templates: name }: Config,
  folder: string,
  source: ConfigSource,
  report: Report,
): Promise<readonly UserTemplate[] | undefined> {
  if (name === undefined) return [];
  const files = await filesIn(resolve(folder, name)).catch(() => undefined);
  if (!files) {
    const fault = { where: 'templates', found: `text "${name}"`, expected: 'a folder that is there' };
    return void report('config-value', fault, await source.locate(['templates'], 'value'));
  }
  const known = (await filesIn(ours)).map(nameOf);
  const templates = await Promise.all(files.map((path) => readTemplate(resolve(folder, name), path, folder)));
  const unknown = templates.filter((template) => !known.includes(template.name));
  for (const template of unknown) {
    const near = suggestNames(template.name, known);
    report('template-unknown', { name: template.name, near, known }, startOf(template.file));
  }
  return unknown.length > 0 ? undefined : templates;
}

/** The paths of templates in a folder, by name, with forward slashes. */
async function filesIn(folder: string | URL): Promise<readonly string[]> {
  const paths = await readdir(folder, { recursive: true });
  return paths
    .filter((path) => path.endsWith(ENDING))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

const nameOf = (path: string): string => path.slice(0, -ENDING.length);

const readTemplate = async (from: string, path: string, folder: string): Promise<UserTemplate> => ({
  name: nameOf(path),
  file: relative(folder, join(from, path)).replaceAll('\\', '/'),
  text: await readFile(join(from, path), 'utf8'),
});
