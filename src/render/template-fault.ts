/** The text of a template. */
export interface TemplateText {
  /** As other templates and `renderTemplate` call it. */
  readonly name: string;
  readonly text: string;
  /** The path of a user's template; absent for ours. */
  readonly file?: string;
}

/** Where in a user's template something is at fault; line and column count from 1. */
export interface TemplatePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A template that does not parse, or that asks for what its view does not hold. */
export class TemplateFault extends Error {
  override readonly name = 'TemplateFault';
  readonly problem: string;
  /** The innermost template at fault. */
  readonly template: string;
  /** Absent where none of the templates around it is the user's. */
  readonly place: TemplatePlace | undefined;

  constructor(problem: string, template: string, place: TemplatePlace | undefined) {
    super(`The template ${template}: ${problem}.`);
    this.problem = problem;
    this.template = template;
    this.place = place;
  }
}

/** Makes a template tell its own place where it, or a template that it calls, is at fault. */
export const guarded =
  <Arguments extends readonly unknown[]>(template: (...given: Arguments) => string, source: TemplateText) =>
  (...given: Arguments): string => {
    try {
      return template(...given);
    } catch (error) {
      throw faultOf(error, source);
    }
  };

function faultOf(error: unknown, { name, text, file }: TemplateText): TemplateFault {
  if (error instanceof TemplateFault) {
    if (error.place || file === undefined) return error;
    return new TemplateFault(error.message.replace(/\.$/u, ''), name, {
      file,
      ...placeOfCall(error.template, text),
    });
  }
  const message = error instanceof Error ? error.message : String(error);
  return new TemplateFault(
    inWords(message),
    name,
    file === undefined ? undefined : { file, ...placeIn(error, text) },
  );
}

type Position = Pick<TemplatePlace, 'line' | 'column'>;

/** The position after this much of a text. */
function positionAfter(before: string): Position {
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** Where a template first calls a partial. */
function placeOfCall(template: string, text: string): Position {
  const partial = template.slice(template.lastIndexOf('/') + 1);
  const [before = ''] = text.split(new RegExp(`\\{\\{~?>\\s*${partial}\\b`, 'u'), 1);
  return before === text ? { line: 1, column: 1 } : positionAfter(before);
}

/** Handlebars tells where a faulty expression is; of what does not parse it shows the text before it, without line ends. */
function placeIn(error: unknown, text: string): Position {
  const { lineNumber, column, message } = Object(error) as Record<string, unknown>;
  if (typeof lineNumber === 'number' && typeof column === 'number')
    return { line: lineNumber, column: column + 1 };
  const [, line, shown = '', rule = ''] =
    /^Parse error on line (\d+):\n(.*)\n(-*)\^/u.exec(String(message)) ?? [];
  if (line === undefined) return { line: 1, column: 1 };
  const before = shown.slice(0, rule.length).replace(/^\.\.\./u, '');
  return placeAfter(before, text) ?? { line: Number(line), column: 1 };
}

function placeAfter(shown: string, text: string): Position | undefined {
  const letters = [...shown].map((letter) => letter.replace(/[\\^$.*+?()[\]{}|/]/u, '\\$&'));
  const found = new RegExp(letters.join('\\r?\\n*'), 'u').exec(text);
  return found ? positionAfter(text.slice(0, found.index + found[0].length)) : undefined;
}

/** What Handlebars says, for people who know the templates and not the engine. */
function inWords(message: string): string {
  const [first = ''] = message.split('\n', 1);
  const [, missing] = /^"(.*)" not defined in /u.exec(first) ?? [];
  if (missing !== undefined) return `there is no value "${missing}" here`;
  const [, helper] = /unknown helper (\S+)/u.exec(first) ?? [];
  if (helper !== undefined) return `there is no helper "${helper}"`;
  if (first.startsWith('Parse error')) return 'it does not parse';
  return first.replace(/ - \d+:\d+$/u, '').replace(/\.$/u, '');
}
