import { fact, type Fragment, type SyntaxHeader } from '../../../../model/fragments.js';
import type { Example, UnnamedParameter } from '../../../../model/model.js';
import { htmlText } from '../../../../markdown/html.js';
import { lineRange, sourceText, type SourceText } from '../../../../markdown/source.js';
import type { PageReader } from '../../../dialect.js';
import { readCommand, type Command } from './command.js';
import { jsonExamples } from './examples.js';

/**
 * The visible text of an API explorer's page: the address with the description behind it, the descriptions of the
 * parameters without their names, example bodies, and a curl command that shows method, address and headers.
 */
export const read: PageReader = (page, report) => {
  const source = sourceText(page.path, page.text);
  const command = readCommand(source);
  if (command) return [operation(source, command)];
  report('explorer-url-missing', {}, lineRange(source, 1));
  return [];
};

function operation(source: SourceText, command: Command): Fragment {
  const first = source.lines.findIndex((line) => line.startsWith(command.url.value));
  const title = lineRange(source, Math.max(first, 0) + 1);
  const description = first < 0 ? '' : htmlText((source.lines[first] ?? '').slice(command.url.value.length));
  const unnamed = first < 0 ? [] : parameters(source, first + 1);
  const examples = jsonExamples(source, first + 1 + unnamed.length);
  const address = splitAddress(command.url.value);
  return {
    kind: 'operation',
    page: source.file,
    ...(description !== '' && { description }),
    request: {
      method: command.method,
      uri: fact(address.path, command.url.source),
      headers: command.headers,
      source: command.url.source,
      known: 'stated',
    },
    ...(address.prefix !== undefined && {
      serviceTraits: { endpointPrefix: fact(address.prefix, command.url.source) },
    }),
    input: [],
    responses: [],
    errors: [],
    examples: [...examples, requestExample(command)],
    unnamed,
    lines: unnamed.length + 1 + examples.reduce((sum, { text }) => sum + text.split('\n').length, 0),
    source: title,
    known: 'stated',
  };
}

/** One paragraph a line, up to the first example. */
function parameters(source: SourceText, from: number): UnnamedParameter[] {
  const end = source.lines.findIndex((line, index) => index >= from && /^\s*[[{]/.test(line));
  return source.lines.slice(from, end < 0 ? from : end).flatMap((line, index) => {
    const description = htmlText(line);
    const at = lineRange(source, from + index + 1);
    return description === '' ? [] : [{ description, source: at, known: 'stated' as const }];
  });
}

/** The path of an address, and the host's first label where the Region follows it. */
function splitAddress(url: string): { path: string; prefix?: string } {
  const [, host = '', path = ''] = /^https?:\/\/([^/]*)(\/.*)?$/.exec(url) ?? [];
  const prefix = /^([a-z0-9.-]+)\.\{region\}\./i.exec(host)?.[1];
  return { path: path === '' ? '/' : path, ...(prefix !== undefined && { prefix }) };
}

function requestExample(command: Command): Example {
  const lines = [
    `${command.method.value} ${command.url.value}`,
    ...command.headers.map(({ name, value }: SyntaxHeader) => `${name}: ${value}`),
  ];
  return {
    title: 'Request',
    kind: 'request',
    text: lines.join('\n'),
    source: command.url.source,
    known: 'stated',
  };
}
