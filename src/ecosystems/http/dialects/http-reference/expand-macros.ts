import type { Reading } from '../../../dialect.js';

/** Puts what template tags stand for in their place in a text. */
export function expander(macros: NonNullable<Reading['macros']>): (text: string) => string {
  const tags = Object.entries(macros).map(([tag, value]) => ({ pattern: patternOf(tag), value }));
  return (text) => tags.reduce((so, { pattern, value }) => so.replace(pattern, () => value), text);
}

/** A word is the name of a tag, whatever its arguments; anything else is the tag as pages write it. */
function patternOf(tag: string): RegExp {
  const literal = tag
    .trim()
    .replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
    .replace(/\s+/g, '\\s+');
  return /^[\w./-]+$/.test(tag.trim())
    ? new RegExp(
        `\\{\\{[<%]?\\s*${literal}(?![\\w-])[^{}]{0,300}\\}\\}|\\{%-?\\s*(?:include\\s+)?${literal}(?![\\w-])[^{}%]{0,300}%\\}|<${literal}(?![\\w-])[^<>]{0,300}/>`,
        'g',
      )
    : new RegExp(literal, 'g');
}
