import { AsyncLocalStorage } from 'node:async_hooks';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Handlebars from 'handlebars';
import { packageFile } from '../package-files.js';
import { prebuilt } from '../prebuilt.js';
import { guarded, type TemplateText } from './template-fault.js';

const folder = packageFile('templates/');
const PARTIALS = 'partials/';

/** How every template is compiled. */
export const templateOptions = { noEscape: true, strict: true, knownHelpersOnly: true } as const;

// What fills compiled templates is a third of what compiles them, which is loaded where there is something to compile.
const require = createRequire(import.meta.url);
const compiler = (): typeof Handlebars => require('handlebars');
const filler = (): typeof Handlebars => require('handlebars/runtime.js');

/** What the build has made of a template, and the text that it has made it of. */
interface Precompiled {
  readonly text: string;
  readonly made: TemplateSpecification;
}

const { precompiled = {} } =
  (await prebuilt<{ readonly precompiled: Readonly<Record<string, Precompiled>> }>('templates')) ?? {};

/** A template that a user has put in the place of one of ours. */
export interface UserTemplate extends TemplateText {
  /** As `renderTemplate` calls it, such as `types` or `partials/doc`. */
  readonly name: string;
  /** The file's path, as people see it. */
  readonly file: string;
}

interface Engine {
  render(name: string, view: object): string;
}

const ownText = (name: string): TemplateText => ({
  name,
  text: readFileSync(new URL(`${name}.hbs`, folder), 'utf8'),
});

const ownNames = (): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.hbs'))
    .map((file) => file.slice(0, -'.hbs'.length).replaceAll('\\', '/'));

/** An engine of its own, so that nobody else's helpers and partials reach the templates. */
function createEngine(users: readonly UserTemplate[]): Engine {
  const sources = ownNames().map((name) => users.find((user) => user.name === name) ?? ownText(name));
  const handlebars = (sources.every(isPrecompiled) ? filler() : compiler()).create();
  const templates = new Map<string, Handlebars.TemplateDelegate>();
  for (const source of sources) {
    const template = guarded(delegateOf(source, handlebars), source);
    templates.set(source.name, template);
    if (source.name.startsWith(PARTIALS))
      handlebars.registerPartial(source.name.slice(PARTIALS.length), template);
  }
  return {
    render: (name, view) => {
      const template = templates.get(name);
      if (!template) throw new RangeError(`There is no template ${JSON.stringify(name)}.`);
      return template(view);
    },
  };
}

const isPrecompiled = ({ name, text }: TemplateText): boolean => precompiled[name]?.text === text;

function delegateOf(
  { name, text }: TemplateText,
  handlebars: typeof Handlebars,
): Handlebars.TemplateDelegate {
  const known = precompiled[name];
  return known?.text === text ? handlebars.template(known.made) : handlebars.compile(text, templateOptions);
}

let own: Engine | undefined;
const chosen = new AsyncLocalStorage<Engine>();

/** Does some work, in which these templates stand in the place of ours. */
export const withTemplates = <Result>(users: readonly UserTemplate[], work: () => Result): Result =>
  users.length === 0 ? work() : chosen.run(createEngine(users), work);

/**
 * Fills `templates/<name>.hbs`, or what the user has put in its place. The view holds only printed text, booleans and
 * lists of such; a template decides nothing and escapes nothing.
 * @throws TemplateFault where the template does not parse, or uses a name that the view lacks.
 */
export const renderTemplate = (name: string, view: object): string =>
  (chosen.getStore() ?? (own ??= createEngine([]))).render(name, view);
