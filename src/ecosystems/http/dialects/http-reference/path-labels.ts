import { distinctBy } from '../../../../base/group-by.js';

/** A path whose labels are written in one way. */
export interface LabelledPath {
  /** With labels as `{name}`. */
  readonly path: string;
  readonly labels: readonly string[];
}

/**
 * The ways to mark a label: `{id}`, `${id}`, `{{id}}`, `<id>`, `:id`, `[id]`, `(id or name)`. A mark for repetition or a
 * pattern behind the name is left out.
 */
const LABEL =
  /\$?\{\{?\s*([^{}]*?)\s*\}?\}|<\s*([^<>]+?)\s*>|(?<=^|[/.(=,~-]):([A-Za-z_][\w.-]*\w|[A-Za-z_])(?:\([^()]*\))?[?*+]?|\[([A-Za-z_][\w .-]*)\]|\(([A-Za-z][\w-]* or [\w -]+)\)/g;

export function normalizeLabels(printed: string): LabelledPath {
  const labels: string[] = [];
  const put = (name: string): string => {
    const label = labelName(name, labels);
    labels.push(label);
    return `{${label}}`;
  };
  const path = printed
    .replace(/\\/g, '')
    .replace(
      LABEL,
      (_, braces?: string, angles?: string, colon?: string, brackets?: string, either?: string) =>
        put(braces ?? angles ?? colon ?? brackets ?? either?.split(' or ')[0] ?? ''),
    );
  return { path: path.replace(/\/{2,}/g, '/'), labels };
}

const MOST_OPTIONAL = 4;

/**
 * The paths that a path with parts in parentheses stands for, the longest first: `/a(/:b)`, `/a[/:b]`, `/a{/b}`, `/a/:b?`.
 * Of those that differ by the names of labels alone the first is meant.
 */
export function withoutOptionalParts(printed: string): readonly string[] {
  const marked = printed
    .replace(/\[(\/[^[\]]*)\]/g, '($1)')
    .replace(/\{\/([\w-]+)\}/g, '(/{$1})')
    .replace(/\/(:\w+|\{[\w-]+)\?(\}?)(?=\/|$)/g, '(/$1$2)');
  const count = marked.match(/\(\//g)?.length ?? 0;
  if (count === 0) return [printed];
  const paths =
    count > MOST_OPTIONAL ? [marked.replace(OPTIONAL, '$1'), marked.replace(OPTIONAL, '')] : choices(marked);
  return distinctBy(paths, (path) => normalizeLabels(path).path.replace(/\{[^{}]*\}/g, '{}'));
}

const OPTIONAL = /\((\/[^()]*)\)/g;

/** With each part and without it, from the inside out. */
function choices(path: string): readonly string[] {
  const [part, inside] = new RegExp(OPTIONAL.source).exec(path) ?? [];
  if (part === undefined || inside === undefined) return [path];
  return [...choices(path.replace(part, () => inside)), ...choices(path.replace(part, ''))];
}

/** Letters, digits and underscores, so that a path stays a template; not one that the path has already. */
function labelName(name: string, taken: readonly string[]): string {
  const plain = name
    .replace(/\(.*\)|[+*]$|^[+#./;]/g, '')
    .trim()
    .replace(/[^\w-]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const label = plain === '' ? 'value' : plain;
  let free = label;
  for (let number = 2; taken.includes(free); number += 1) free = `${label}${number}`;
  return free;
}
