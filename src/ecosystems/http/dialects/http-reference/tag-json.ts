import type { CodeBlock, ComponentBlock } from '../../../../markdown/blocks.js';

/**
 * The JSON that a tag prints: `<%= json "name" => "x", :size => nil %>` with the hashes of Ruby, which ERB pages have.
 * Undefined for other tags, and for one that names what stands elsewhere: `<%= json :user %>`.
 */
export function jsonOfTag({ origin, name, argument, source }: ComponentBlock): CodeBlock | undefined {
  if (origin !== 'shortcode' || name !== 'json' || !/=>|^\(?\s*\[/.test(argument)) return undefined;
  const inside = argument.replace(/^\(([^]*)\)$/, '$1').replace(/\\(?=\s*(?:\n|$))/g, '');
  const hash = inside
    .replace(/:([A-Za-z_]\w*)\s*=>/g, '"$1": ')
    .replace(/(["'])([\w@$./-]*)\1\s*=>/g, '"$2": ')
    .replace(/(?<=[\s,[{:]):([A-Za-z_]\w*)(?=[\s,\]}]|$)/g, '"$1"')
    .replace(/\bnil\b/g, 'null');
  const text = /^\s*[[{]/.test(hash) ? hash : `{${hash}}`;
  return {
    kind: 'code',
    lang: 'json',
    meta: undefined,
    text,
    line: source.line,
    column: 1,
    fenced: true,
    source,
  };
}
