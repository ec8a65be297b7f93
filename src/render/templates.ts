import { AsyncLocalStorage } from 'node:async_hooks';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Handlebars from 'handlebars';
import { packageFile, prebuilt } from '../base/own-files.js';
import { filling, type Filling } from './filling.js';
import { memoise } from '../base/memoise.js';
import { guarded, type TemplateText } from './template-fault.js';

const folder = packageFile('templates/');
const PARTIALS = 'partials/';

/** How Handlebars compiles templates. */
const templateOptions = { noEscape: true, strict: true, knownHelpersOnly: true } as const;

// Handlebars is loaded only where there is something to compile.
const require = createRequire(import.meta.url);
const compiler = (): typeof Handlebars => require('handlebars');

/** What the build has made of a template, and what it has made it of. */
interface Prebuilt {
  readonly text: string;
  /** The partials that it calls. */
  readonly partials: readonly string[];
  fill(view: object): string;
}

type Templates = Readonly<Record<string, Prebuilt>>;

const made: Templates =
  (await prebuilt<{ templatesOf(filling: Filling): Templates }>('templates'))?.templatesOf(filling) ?? {};

/** A template that a user has put in the place of one of ours. */
export interface UserTemplate extends TemplateText {
  /** As `renderTemplate` calls it, such as `types` or `partials/doc`. */
  readonly name: string;
  /** The file's path, as people see it. */
  readonly file: string;
}

type Template = (view: object) => string;

const ownText = (name: string): TemplateText => ({
  name,
  text: readFileSync(new URL(`${name}.hbs`, folder), 'utf8'),
});

const ownNames = (): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => file.slice(0, -'.hbs'.length).replaceAll('\\', '/'));

/** Gives templates by name: what the build has made of them, unless they or partials that they call are others by now. */
function createEngine(users: readonly UserTemplate[]): (name: string) => Template {
  const sourceOf = memoise((name) => users.find((user) => user.name === name) ?? ownText(name));
  const isAsBuilt = memoise((name): boolean => {
    const known = made[name];
    return known?.text === sourceOf(name).text && known.partials.every(isAsBuilt);
  });
  let compiled: ((name: string) => Template) | undefined;
  return memoise((name) => {
    const known = made[name];
    if (known && isAsBuilt(name)) return guarded(known.fill, sourceOf(name));
    return (compiled ??= compileAll(ownNames().map(sourceOf)))(name);
  });
}

/** Templates by an engine of their own, so that nobody else's helpers and partials reach them; each compiles when it is filled. */
function compileAll(sources: readonly TemplateText[]): (name: string) => Template {
  const handlebars = compiler().create();
  const templates = new Map<string, Template>();
  for (const source of sources) {
    const template = guarded(handlebars.compile(source.text, templateOptions), source);
    templates.set(source.name, template);
    if (source.name.startsWith(PARTIALS))
      handlebars.registerPartial(source.name.slice(PARTIALS.length), template);
  }
  return (name) => {
    const template = templates.get(name);
    if (!template) throw new RangeError(`There is no template ${JSON.stringify(name)}.`);
    return template;
  };
}

let own: ((name: string) => Template) | undefined;
const chosen = new AsyncLocalStorage<(name: string) => Template>();

/** Does some work, in which these templates stand in the place of ours. */
export const withTemplates = <Result>(users: readonly UserTemplate[], work: () => Result): Result =>
  users.length === 0 ? work() : chosen.run(createEngine(users), work);

/**
 * Fills `templates/<name>.hbs`, or what the user has put in its place. The view holds only printed text, booleans and
 * lists of such; a template decides nothing and escapes nothing.
 * @throws TemplateFault where the template does not parse, or uses a name that the view lacks.
 */
export const renderTemplate = (name: string, view: object): string =>
  (chosen.getStore() ?? (own ??= createEngine([])))(name)(view);
