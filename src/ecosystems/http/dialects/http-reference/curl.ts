import { requestOf, type RequestLine } from './request-line.js';

/** What a call on a command line shows. */
export interface CurlCall {
  readonly line: RequestLine;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly data: readonly string[];
  readonly form: readonly string[];
  readonly user: boolean;
}

const WORD = /"((?:[^"\\]|\\[\s\S])*)"|'([^']*)'|((?:\\[\s\S]|[^\s"'\\])+)/g;

/** The first call of `curl` in a text. */
export function parseCurl(text: string): CurlCall | undefined {
  const start = text.search(/\bcurl\b/);
  if (start < 0) return undefined;
  const words = wordsOf(text.slice(start + 4, start + 8000));
  return fromWords(words);
}

/** The words of a command, up to its end. */
function wordsOf(text: string): readonly string[] {
  const words: string[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    const gap = text.slice(end, match.index);
    if (/\n/.test(gap) && words.at(-1) !== '\n') break;
    end = match.index + match[0].length;
    const [, double, single, bare] = match;
    if (bare !== undefined && /^\\\n?$/.test(bare)) words.push('\n');
    else if (bare === '|' || bare === '&&' || bare === ';') break;
    else words.push(double ?? single ?? bare?.replace(/\\\n/g, '') ?? '');
  }
  return words.filter((word) => word !== '\n' && word !== '');
}

function fromWords(words: readonly string[]): CurlCall | undefined {
  let method: string | undefined;
  let url: string | undefined;
  const headers: { name: string; value: string }[] = [];
  const data: string[] = [];
  const form: string[] = [];
  let user = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const next = (): string => words[(at += 1)] ?? '';
    if (/^(?:-X|--request)$/.test(word)) method = next().toUpperCase();
    else if (/^-X./.test(word)) method = word.slice(2).toUpperCase();
    else if (/^(?:-H|--header)$/.test(word)) headers.push(headerOf(next()));
    else if (/^(?:-d|--data(?:-raw|-binary|-urlencode|-ascii)?|--json)$/.test(word)) data.push(next());
    else if (/^(?:-F|--form|--form-string)$/.test(word)) form.push(next());
    else if (/^(?:-u|--user)$/.test(word)) user = next() !== '';
    else if (word === '--url') url = next();
    else if (
      /^(?:-o|--output|--cacert|--cert|--key|-A|--user-agent|-b|--cookie|-x|--proxy|-m|--max-time|-w)$/.test(
        word,
      )
    )
      next();
    else if (/^(?:-I|--head)$/.test(word)) method ??= 'HEAD';
    else if (
      !word.startsWith('-') &&
      url === undefined &&
      /^(?:https?:\/\/|\$|\{|<|[\w.-]+(?::\d+)?\/)/.test(word)
    )
      url = word;
  }
  const line =
    url === undefined
      ? undefined
      : requestOf([method ?? (data.length + form.length > 0 ? 'POST' : 'GET')], url);
  return line && { line, headers, data, form, user };
}

function headerOf(text: string): { readonly name: string; readonly value: string } {
  const at = text.indexOf(':');
  return { name: text.slice(0, Math.max(at, 0)).trim(), value: text.slice(at + 1).trim() };
}
