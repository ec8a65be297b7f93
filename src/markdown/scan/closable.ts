/** `</x`, `{{< /x`, `{% endx`, `{{/x`. */
const CLOSERS = /<\/([A-Za-z][\w.:-]*)|\{(?:\{[<%]?|%-?) {0,4}(?:\/ {0,4}|end)([\w.:-]+)/g;

/** The names that anything in a text ends; a token of any other name holds nothing. */
export function closableNames(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [, element, shortcode] of text.matchAll(CLOSERS)) names.add(element ?? shortcode ?? '');
  return names;
}
