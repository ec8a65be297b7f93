import { CODE, CODE_END, part, plain, shortcodesIn, withoutLinks, type Phrase } from './phrase.js';
import type { NameMarks } from './rows.js';

/** The name at the head of a row, with its marks and what follows it. */
export interface RowName {
  readonly name: string;
  readonly depth: number;
  readonly marks: NameMarks;
  /** What stands behind the name in the same cell or item. */
  readonly rest: Phrase;
}

const INDENT = /^(?:[\s\u00a0]|→|↳|»|›|└|├|─|│|>|⤷|\u2003|•|- )+/;
const NAME = '[$@:~%]?[\\p{L}_@$#{<*-][\\p{L}\\p{N}_.$@:\\-[\\]{}<>*/\\\\#+~|]*';
const CODE_NAME = new RegExp(`^${CODE}\\s*([^${CODE_END}]{1,120}?)\\s*${CODE_END}`);
const PLAIN_NAME = new RegExp(`^(${NAME}|\\d+)`, 'u');
/** What stands for a value behind the name: `since=<time>`. */
const VALUE = /=(?:<[^<>=]{1,60}>|\{[^{}=]{1,60}\}|:[\w-]{1,60}|\.{3}|…|[A-Z_]{2,40})$/;
const WHOLE_NAME = new RegExp(`^(?:\\.\\.\\.)?${NAME}\\??\\*{0,4}$|^\\d{1,6}$`, 'u');

/** A tick that nothing closes, or that nothing opens. */
const OPEN_CODE = /^`(?=[^`]*$)|^([^\s`]+)`(?=[^`]*$)/;

/** The name that a cell or an item begins with; undefined where it begins with something else. */
export function rowName(phrase: Phrase): RowName | undefined {
  const indent = INDENT.exec(phrase.text)?.[0] ?? '';
  const text = withoutShortcodes(phrase.text.slice(indent.length));
  const linked = text.replace(/^[\uE002][\uE100-\uE6FF]([^\uE003]*)\uE003/, '$1').replace(OPEN_CODE, '$1');
  const [whole, printed] = CODE_NAME.exec(linked) ?? PLAIN_NAME.exec(linked) ?? [];
  if (whole === undefined || printed === undefined) return undefined;
  const bare = plain(printed)
    .replace(/^(["'])(.*)\1$/, '$2')
    .replace(VALUE, '');
  if (!WHOLE_NAME.test(bare)) return undefined;
  const after = linked.slice(whole.length);
  const [mark = ''] = /^ ?\??(?:\\?\*){0,4}(?=$|[\s(,:–—-])/.exec(after) ?? [];
  const { name, marks } = marksOf(bare, mark);
  if (name === '') return undefined;
  const rest = after.slice(mark.length);
  return {
    name,
    depth: depthOf(indent),
    marks: { ...marks, ...wordMarks(rest, shortcodesIn(phrase.text)) },
    rest: part(phrase, rest),
  };
}

const withoutShortcodes = (text: string): string => text.replace(/\uE004[^\uE005]*\uE005\s*/g, '');

const depthOf = (indent: string): number => {
  const arrows = indent.match(/[→↳»›└├⤷>]/g)?.length ?? 0;
  return arrows > 0 ? arrows : Math.floor((indent.match(/[\u00a0\u2003]/g)?.length ?? 0) / 2);
};

function marksOf(printed: string, behind: string): { readonly name: string; readonly marks: NameMarks } {
  const question = printed.endsWith('?') || behind.includes('?');
  const star = /\*$/.test(printed) || behind.includes('*');
  const unmarked = printed.replace(/[?*]+$/, '');
  const brackets = unmarked.endsWith('[]');
  const repeated = brackets || /^\.\.\.|\[[n#i]\]$/.test(unmarked);
  const name = unmarked
    .replace(/^\.\.\./, '')
    .replace(/\[[n#i]\]$/, '')
    .replace(/^:(?=\w)/, '')
    .replace(/\\/g, '');
  const unlabelled = /^[{<]([^{}<>]+)[}>]$/.exec(name)?.[1] ?? name;
  return {
    name: unlabelled.replace(/:$/, ''),
    marks: {
      ...(question && { question }),
      ...(star && { star }),
      ...(repeated && { repeated }),
      ...(brackets && { brackets }),
    },
  };
}

/** `(required)`, `Required`, `{{<required>}}` behind a name, and the same for what is optional or old. */
function wordMarks(rest: string, shortcodes: readonly string[]): NameMarks {
  const words = withoutLinks(rest).toLowerCase();
  const said = /^\s*[(,[–—-]*\s*(required|mandatory|optional)\b(?! (?:if|when|for|with|unless))/.exec(
    words,
  )?.[1];
  const required = shortcodes.includes('required')
    ? true
    : shortcodes.includes('optional')
      ? false
      : said === undefined
        ? undefined
        : said !== 'optional';
  const deprecated =
    shortcodes.some((name) => /^(?:deprecated|removed|obsolete)$/.test(name)) ||
    /^\s*[([]?\s*deprecated\b/.test(words);
  const nullable = shortcodes.includes('nullable');
  return {
    ...(required !== undefined && { required }),
    ...(deprecated && { deprecated }),
    ...(nullable && { nullable }),
  };
}
