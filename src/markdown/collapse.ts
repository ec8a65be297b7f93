/** One space for each run of white space, and none at the ends; most texts have no other. */
export const collapse = (text: string): string =>
  (/ {2}|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
