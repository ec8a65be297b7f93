import { register } from 'node:module';

const hooks = `export async function resolve(specifier, context, next) {
  if (specifier === 'oxfmt' || specifier === 'satteri') throw new Error(specifier + ' is not installed');
  return next(specifier, context);
}`;

register(`data:text/javascript,${encodeURIComponent(hooks)}`);
