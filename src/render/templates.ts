import { readdirSync, readFileSync } from 'node:fs';
import Handlebars from 'handlebars';

const folder = new URL('../../templates/', import.meta.url);
const options = { noEscape: true, strict: true, knownHelpersOnly: true } as const;
const compiled = new Map<string, HandlebarsTemplateDelegate>();
let engine: typeof Handlebars | undefined;

/** An engine of our own, so that nobody else's helpers and partials reach the templates. */
function createEngine(): typeof Handlebars {
  const created = Handlebars.create();
  for (const file of readdirSync(new URL('partials/', folder))) {
    if (!file.endsWith('.hbs')) continue;
    const text = readFileSync(new URL(`partials/${file}`, folder), 'utf8');
    created.registerPartial(file.slice(0, -'.hbs'.length), created.compile(text, options));
  }
  return created;
}

function compileTemplate(name: string): HandlebarsTemplateDelegate {
  engine ??= createEngine();
  return engine.compile(readFileSync(new URL(`${name}.hbs`, folder), 'utf8'), options);
}

/**
 * Fills `templates/<name>.hbs`. The view holds only printed text, booleans and lists of such; a template decides
 * nothing and escapes nothing.
 * @throws where the template uses a name that the view lacks.
 */
export function renderTemplate(name: string, view: object): string {
  let template = compiled.get(name);
  if (!template) compiled.set(name, (template = compileTemplate(name)));
  return template(view);
}
