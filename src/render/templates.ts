import { AsyncLocalStorage } from 'node:async_hooks';
import { readdirSync, readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { guarded, type TemplateText } from './template-fault.js';

const folder = new URL('../../templates/', import.meta.url);
const options = { noEscape: true, strict: true, knownHelpersOnly: true } as const;
const PARTIALS = 'partials/';

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

/** An engine of our own, so that nobody else's helpers and partials reach the templates. */
function createEngine(users: readonly UserTemplate[]): Engine {
  const handlebars = Handlebars.create();
  const compiled = new Map<string, Handlebars.TemplateDelegate>();
  const compile = (name: string): Handlebars.TemplateDelegate => {
    const source = users.find((user) => user.name === name) ?? ownText(name);
    const template = guarded(handlebars.compile(source.text, options), source);
    compiled.set(name, template);
    return template;
  };
  for (const file of readdirSync(new URL(PARTIALS, folder))) {
    const partial = file.slice(0, -'.hbs'.length);
    if (file.endsWith('.hbs')) handlebars.registerPartial(partial, compile(PARTIALS + partial));
  }
  return { render: (name, view) => (compiled.get(name) ?? compile(name))(view) };
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
