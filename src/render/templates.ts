import { AsyncLocalStorage } from 'node:async_hooks';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Handlebars from 'handlebars';
import { once } from '../base/memoise.js';
import { packageFile, prebuilt } from '../base/own-files.js';
import { templateRuntime, type TemplateRuntime } from './template-runtime.js';
import { guarded, type TemplateText } from './template-fault.js';

const folder = packageFile('templates/');
const PARTIALS = 'partials/';

/** How Handlebars compiles templates. */
const templateOptions = { noEscape: true, strict: true, knownHelpersOnly: true } as const;

// Handlebars is loaded only where there is something to compile.
const require = createRequire(import.meta.url);
const compiler = (): typeof Handlebars => require('handlebars');

type Template = (view: object) => string;
type Templates = (name: string) => Template;

/** What the build has made of our templates; undefined where the code has not been bundled. */
const built = (
  await prebuilt<{ templatesOf(runtime: TemplateRuntime): Readonly<Record<string, Template>> }>('templates')
)?.templatesOf(templateRuntime);

/** A template that a user has put in the place of one of ours. */
export interface UserTemplate extends TemplateText {
  /** As `renderTemplate` calls it, such as `types` or `partials/doc`. */
  readonly name: string;
  /** The file's path, as people see it. */
  readonly file: string;
}

const ownText = (name: string): TemplateText => ({
  name,
  text: readFileSync(new URL(`${name}.hbs`, folder), 'utf8'),
});

const ownNames = (): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => file.slice(0, -'.hbs'.length).replaceAll('\\', '/'));

const ownTemplates = once(
  (): Templates =>
    built ? collect(Object.entries(built).map(([name, fill]) => [{ name, text: '' }, fill])) : compileAll([]),
);

/**
 * Our templates, and users' in their places, by an engine of their own, so that nobody else's helpers and partials reach
 * them. Each compiles when it is filled.
 */
function compileAll(users: readonly UserTemplate[]): Templates {
  const handlebars = compiler().create();
  const sources = ownNames().map((name) => users.find((user) => user.name === name) ?? ownText(name));
  const templates = collect(
    sources.map((source) => [source, handlebars.compile(source.text, templateOptions)]),
  );
  for (const { name } of sources)
    if (name.startsWith(PARTIALS)) handlebars.registerPartial(name.slice(PARTIALS.length), templates(name));
  return templates;
}

function collect(made: readonly (readonly [TemplateText, Template])[]): Templates {
  const templates = new Map(made.map(([source, fill]) => [source.name, guarded(fill, source)]));
  return (name) => {
    const template = templates.get(name);
    if (!template) throw new RangeError(`There is no template ${JSON.stringify(name)}.`);
    return template;
  };
}

const chosen = new AsyncLocalStorage<Templates>();

/** Does some work, in which these templates stand in the place of ours. */
export const withTemplates = <Result>(users: readonly UserTemplate[], work: () => Result): Result =>
  users.length === 0 ? work() : chosen.run(compileAll(users), work);

/**
 * Fills `templates/<name>.hbs`, or what the user has put in its place. The view holds only printed text, booleans and
 * lists of such; a template decides nothing and escapes nothing.
 * @throws TemplateFault where the template does not parse, or uses a name that the view lacks.
 */
export const renderTemplate = (name: string, view: object): string =>
  (chosen.getStore() ?? ownTemplates())(name)(view);
