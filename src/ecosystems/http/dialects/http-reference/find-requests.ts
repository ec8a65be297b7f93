import type { Block, CodeBlock, Inline, TableBlock } from '../../../../markdown/blocks.js';
import type { SourceRange } from '../../../../diagnostics/position.js';
import type { Reading } from '../../../dialect.js';
import { parseCurl } from './curl.js';
import { keyValues } from './key-values.js';
import { codesIn, phraseOf, plain, withoutLinks } from './phrase.js';
import { roleOfItem } from './places.js';
import { methodsOf, parseRequestLine, requestOf, type RequestLine } from './request-line.js';
import { withSampleLabels } from './sample-labels.js';
import { withAncestors, withDescendants, type Item, type PageOutline, type Section } from './sections.js';
import { readTable } from './table-rows.js';
import { toldRequests } from './told-requests.js';

/** A request line, and where it stands. */
export interface FoundRequest {
  readonly line: RequestLine;
  readonly source: SourceRange;
  readonly section: Section;
  /** The block, where it is no heading. */
  readonly item?: Item;
  /** True where it stands in an example, which may have values in the place of labels. */
  readonly example: boolean;
  /** What the same row says of it. */
  readonly says?: Inline;
}

/** Every request line of a page, in the order of the page. */
export function findRequests(outline: PageOutline, reading: Reading): readonly FoundRequest[] {
  const found = [...withDescendants(outline.root)].flatMap((section) => [
    ...inHeading(section),
    ...section.items.flatMap((item) => inItem(item, outline.root, reading)),
  ]);
  return [...inFrontMatter(outline), ...found]
    .flatMap((one) => [one, ...(one.line.shorter ?? []).map((line) => ({ ...one, line }))])
    .map((one) => (one.example ? one : { ...one, line: withSampleLabels(one.line) }));
}

function inFrontMatter({ frontMatter, root }: PageOutline): readonly FoundRequest[] {
  const field =
    frontMatter?.fields['api'] ?? frontMatter?.fields['openapi'] ?? frontMatter?.fields['endpoint'];
  const words = field?.value.trim().replace(/^\S+\.(?:json|ya?ml)\s+/i, '') ?? '';
  const line = parseRequestLine(words.replace(/^[a-z]+/, (method) => method.toUpperCase()));
  return line && field ? [{ line, source: field.source, section: root, example: false }] : [];
}

function inHeading(section: Section): readonly FoundRequest[] {
  if (!section.heading) return [];
  const { inline, source } = section.heading;
  const phrase = phraseOf(inline);
  const line =
    parseRequestLine(plain(phrase.text)) ??
    codesIn(phrase.text)
      .map(parseRequestLine)
      .find((one) => one !== undefined);
  const isExample = /\bexamples?\b/i.test(section.title);
  return line && !isExample ? [{ line, source, section, example: false }] : [];
}

function inItem(item: Item, root: Section, reading: Reading): readonly FoundRequest[] {
  const example = roleOfItem(item, root, reading).example === true || isExampleLead(item);
  const found = linesOf(item.block, reading);
  return (found.length > 0 ? found : told(item, root)).map(({ line, source, says, example: shown }) => ({
    line,
    source,
    section: item.section,
    item,
    example: example || (shown === true && !isHeadedRequest(item.section)),
    ...(says && { says }),
  }));
}

/** `HTTP request` heads what an operation is, also where that is shown with headers and a body. */
const isHeadedRequest = (section: Section): boolean =>
  /^http request$/i.test(section.title.trim()) &&
  ![...withAncestors(section)].some(({ title }) => /\bexamples?\b/i.test(title));

const told = (item: Item, root: Section): readonly Line[] => toldRequests(item, root);

/** `For example, this asks who you are:`, `For example, a call … would return …`, `These calls will not work:` */
const isExampleLead = ({ lead }: Item): boolean => {
  const text = lead ? plain(phraseOf(lead).text) : '';
  return (
    /\b(?:for example|e\.g\.|example|sample)\b[^.]*:\s*$/i.test(text.slice(-160)) ||
    /\bfor example,? (?:an? )?(?:call|request|calling|requesting)\b[^.]*\.\s*$/i.test(text.slice(-300)) ||
    /\b(?:(?:will|do|does|would) not work|not supported|are gone|no longer (?:work|exist|supported))\b[^.]*:\s*$/i.test(
      text.slice(-160),
    )
  );
};

interface Line {
  readonly line: RequestLine;
  readonly source: SourceRange;
  readonly says?: Inline;
  readonly example?: boolean;
}

function linesOf(block: Block, reading: Reading): readonly Line[] {
  switch (block.kind) {
    case 'code':
      return inCode(block);
    case 'paragraph':
      return [...block.lines.flatMap((line) => wholeLine(line)), ...card(block)].slice(0, 20);
    case 'list':
      return listLines(
        block.items.flatMap(({ inline }) => inline ?? []),
        block,
      );
    case 'table':
      return inTable(block, reading);
    case 'definitions':
      return card(block);
    case 'component':
      return inComponent(block, reading);
    default:
      return [];
  }
}

/** A list whose every item is a request line, or that is a card. */
function listLines(items: readonly Inline[], block: Block): readonly Line[] {
  const lines = items.flatMap((item) => wholeLine(item));
  return lines.length > 0 && lines.length === items.length ? lines : card(block);
}

/** A line that is nothing but a request line: what follows makes it prose. */
function wholeLine(inline: Inline): readonly Line[] {
  const text = plain(phraseOf(inline).text);
  const component = inline.spans.find((span) => span.kind === 'component');
  if (component?.kind === 'component' && 'method' in component.attributes) {
    const line = fromAttributes(component.attributes, component.text);
    if (line) return [{ line, source: component.source }];
  }
  const several = linesInCode(inline);
  if (several.length > 1) return several;
  const line = parseRequestLine(
    text
      .replace(/^(?:HTTP request|Request|Endpoint|URL|Definition)\s*:\s*/i, '')
      .replace(/(?<=\w\}?)\.$/, ''),
  );
  return line && (line.rest === '' || /^HTTP\/\d/.test(line.rest)) ? [{ line, source: inline.source }] : [];
}

/** `` `GET /a`, `HEAD /a` or `GET /b` ``: a line of nothing but request lines. */
function linesInCode({ spans, source }: Inline): readonly Line[] {
  const codes = spans.flatMap((span) => (span.kind === 'code' ? [span.text] : []));
  const others = spans.filter(({ kind }) => kind !== 'code');
  if (!others.every((span) => span.kind === 'text' && /^[\s,;/|]*(?:(?:or|and)\s*)?$/i.test(span.text)))
    return [];
  const lines = codes.map(parseRequestLine);
  return lines.every((line) => line?.rest === '')
    ? lines.flatMap((line) => (line ? [{ line, source }] : []))
    : [];
}

const MOST_LINES = 40;

/** The lines of a block that begin with a method; headers or a body below make it an example of a request. */
function inCode(block: CodeBlock): readonly Line[] {
  if (
    /^(?:json|javascript|js|python|php|ruby|go|java|xml|html|yaml|csharp|typescript|ts)$/i.test(
      block.lang ?? '',
    ) &&
    !/^\s*[A-Z]{3,7} \S*\//.test(block.text)
  )
    return [];
  const lines = block.text.slice(0, 20_000).split('\n');
  const curl = /^\s*(?:\$ ?)?curl\b/m.test(block.text) ? parseCurl(block.text) : undefined;
  if (curl) return [{ line: curl.line, source: block.source, example: true }];
  const found = lines.slice(0, 200).flatMap((text, at) => {
    const line = parseRequestLine(text);
    if (!line || !isLineOfCode(line.rest)) return [];
    return [{ line, source: lineSource(block, at, text) }];
  });
  const isMessage = lines.some((text) =>
    /^\s*(?:Host|Accept|Authorization|Content-Type|X-[\w-]+|User-Agent)\s*:/i.test(text),
  );
  return found.slice(0, MOST_LINES).map((one) => (isMessage ? { ...one, example: true } : one));
}

const isLineOfCode = (rest: string): boolean => rest === '' || /^(?:HTTP\/\d|#|\/\/|\(|<?--)/.test(rest);

const lineSource = ({ source, line }: CodeBlock, at: number, text: string): SourceRange => {
  const indent =
    text.length -
    text.trimStart().length +
    (source.column > 1 && line === source.line ? source.column - 1 : 0);
  return {
    file: source.file,
    line: line + at,
    column: indent + 1,
    endLine: line + at,
    endColumn: text.trimEnd().length + 1,
  };
};

/** Rows of a method and a path. */
function inTable(table: TableBlock, reading: Reading): readonly Line[] {
  const { roles, grid } = readTable(table, reading.columns);
  const [methodAt, pathAt] = [roles.indexOf('method'), roles.indexOf('path')];
  if (methodAt < 0 || pathAt < 0) return card(table);
  const saysAt = roles.indexOf('description');
  return grid.flatMap((cells) => {
    const [method, path] = [cells[methodAt], cells[pathAt]];
    if (!method || !path) return [];
    const methods = methodsOf(plain(phraseOf(method.inline).text).toUpperCase());
    const line =
      methods.length > 0
        ? requestOf(methods, pathText(path.inline))
        : parseRequestLine(plain(phraseOf(path.inline).text));
    const says = saysAt < 0 ? undefined : cells[saysAt]?.inline;
    return line ? [{ line, source: path.source, ...(says && { says }) }] : [];
  });
}

const pathText = (inline: Inline): string => {
  const { text } = phraseOf(inline);
  return codesIn(text)[0] ?? withoutLinks(text);
};

/** `Endpoint: …` and `Method: …` in a list, a table of two columns, labelled lines or definitions. */
function card(block: Block): readonly Line[] {
  const entries = keyValues(block);
  const path = entries.find(({ label }) =>
    /^(?:(?:request |http |api )?(?:endpoint|url|uri|path|route|resource|address)|http request|request)(?: url| uri| path)?$/.test(
      label,
    ),
  );
  const method = entries.find(({ label }) =>
    /^(?:(?:http |request )?(?:method|verb)s?|type of request)$/.test(label),
  );
  if (!path) return [];
  const target = codesIn(path.value.text)[0] ?? plain(path.value.text);
  const methods = method
    ? methodsOf((codesIn(method.value.text)[0] ?? plain(method.value.text)).toUpperCase())
    : [];
  const line = methods.length > 0 ? requestOf(methods, target) : parseRequestLine(target);
  return line ? [{ line, source: path.source }] : [];
}

function inComponent(block: Extract<Block, { kind: 'component' }>, reading: Reading): readonly Line[] {
  const text = block.blocks
    .map((inner) => (inner.kind === 'paragraph' ? plain(phraseOf(inner.inline).text) : ''))
    .join('');
  const line = fromAttributes(block.attributes, text);
  return line ? [{ line, source: block.source }] : block.blocks.flatMap((inner) => linesOf(inner, reading));
}

type Attributes = Extract<Block, { kind: 'component' }>['attributes'];

function fromAttributes(attributes: Attributes, text: string): RequestLine | undefined {
  const value = (key: string): string | undefined => {
    const said = attributes[key]?.value;
    return typeof said === 'string' ? said.trim() : undefined;
  };
  const methods = methodsOf((value('method') ?? value('type') ?? value('verb') ?? '').toUpperCase());
  const whole = value('api') ?? value('openapi') ?? value('endpoint');
  const path = value('path');
  const host = (value('baseUrl') ?? value('host') ?? '').replace(/\/+$/, '');
  const target =
    path === undefined
      ? (value('url') ?? value('uri') ?? value('route') ?? value('endpoint') ?? text)
      : (/^https?:/i.test(path) ? '' : host) + path;
  if (methods.length > 0 && target !== '') return requestOf(methods, target);
  return whole === undefined
    ? undefined
    : parseRequestLine(whole.replace(/^[a-z]+/, (method) => method.toUpperCase()));
}
