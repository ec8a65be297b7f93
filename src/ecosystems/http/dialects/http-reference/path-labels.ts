/** A path whose labels are written in one way. */
export interface LabelledPath {
  /** With labels as `{name}`. */
  readonly path: string;
  readonly labels: readonly string[];
}

/**
 * The ways to mark a label: `{id}`, `${id}`, `{{id}}`, `<id>`, `:id`, `[id]`, `(id or name)`. A mark for repetition or a
 * pattern behind the name is left out, and so are the parentheses around a part that may be missing.
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
  return { path: path.replace(/\((\/[^()]*)\)/g, '$1').replace(/\/{2,}/g, '/'), labels };
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
