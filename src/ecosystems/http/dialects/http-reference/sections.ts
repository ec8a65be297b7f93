import type {
  Block,
  CodeBlock,
  ComponentBlock,
  FrontMatterBlock,
  HeadingBlock,
  ImportBlock,
  Inline,
  ListBlock,
  ParagraphBlock,
} from '../../../../markdown/blocks.js';
import { rowOfComponent, textOf } from './component-rows.js';
import { phraseOf, plain } from './phrase.js';
import { roleOf } from './role-words.js';
import { jsonOfTag } from './tag-json.js';

/** A heading with what stands below it, down to the next heading of its depth. */
export interface Section {
  readonly heading: HeadingBlock | undefined;
  /** The heading's text; of the page as a whole the title that its front matter has. */
  readonly title: string;
  readonly depth: number;
  readonly parent: Section | undefined;
  readonly items: readonly Item[];
  readonly children: readonly Section[];
}

/** A block with what introduces it. */
export interface Item {
  readonly block: Block;
  readonly section: Section;
  /** The line in bold above it, the title of the component around it or the label of its entry: nearest first. */
  readonly captions: readonly string[];
  /** The paragraph directly above it. */
  readonly lead: Inline | undefined;
}

interface OpenSection extends Section {
  readonly items: Item[];
  readonly children: OpenSection[];
  readonly parent: OpenSection | undefined;
}

/** A page as a tree of sections. */
export interface PageOutline {
  readonly path: string;
  readonly root: Section;
  readonly frontMatter: FrontMatterBlock | undefined;
  readonly imports: readonly ImportBlock[];
  /** Components with attributes that stand for nothing that is known; what is in them is read where they stand. */
  readonly unknown: readonly ComponentBlock[];
}

export function sectionsOf(path: string, blocks: readonly Block[]): PageOutline {
  const frontMatter = blocks.find((block): block is FrontMatterBlock => block.kind === 'front-matter');
  const imports = blocks.filter((block): block is ImportBlock => block.kind === 'import');
  const title = frontMatter?.fields['title']?.value ?? frontMatter?.fields['page_title']?.value ?? '';
  const root: OpenSection = {
    heading: undefined,
    title,
    depth: 0,
    parent: undefined,
    items: [],
    children: [],
  };
  const builder = new SectionBuilder(root);
  builder.add(blocks, []);
  return { path, root, frontMatter, imports, unknown: builder.unknown };
}

/** Components that stand for themselves; all others only surround what is in them. */
export const isMeaningful = (component: ComponentBlock): boolean => {
  const { name, attributes, origin } = component;
  return origin === 'element'
    ? ownWords.test(name) || statesRequest(component)
    : ('method' in attributes && 'path' in attributes) || ('name' in attributes && /param|field/i.test(name));
};

const ownWords =
  /param|field|property|attribute|argument|option|route|endpoint|request-?line|api-?method|operation/i;
const meaningful: ReadonlySet<string> = new Set(['method', 'api', 'openapi', 'endpoint']);

const statesRequest = ({ attributes }: ComponentBlock): boolean =>
  Object.keys(attributes).some((key) => meaningful.has(key));

/** True for a component around more than words that is no member itself: its parts say what they are. */
const holdsParts = (component: ComponentBlock): boolean =>
  component.blocks.some(({ kind }) => kind !== 'paragraph' && kind !== 'comment' && kind !== 'html') &&
  rowOfComponent(component) === undefined;

/** What a component that is called a summary says in one line. */
function summaryIn(blocks: readonly Block[]): string {
  const inside = blocks.find((block) => block.kind === 'component' && /summary$/i.test(block.name));
  const [first] = inside?.kind === 'component' ? inside.blocks : [];
  return first?.kind === 'paragraph' && first.lines.length === 1 ? plain(phraseOf(first.inline).text) : '';
}

/** Deeper than the section around, and less deep than its next headings. */
const WITHIN = 0.5;

class SectionBuilder {
  readonly unknown: ComponentBlock[] = [];
  private current: OpenSection;
  private caption: string | undefined;
  private lead: Inline | undefined;
  /** The last label of a card, which code directly below the card belongs to. */
  private label: string | undefined;

  constructor(root: OpenSection) {
    this.current = root;
  }

  add(blocks: readonly Block[], around: readonly string[]): void {
    for (const block of blocks) this.addBlock(block, around);
  }

  private addBlock(block: Block, around: readonly string[]): void {
    if (block.kind === 'heading') return this.open(block);
    if (block.kind === 'component' && this.addParts(block, around)) return;
    if (block.kind === 'quote') return this.add(block.blocks, around);
    if (block.kind === 'paragraph' && this.isCaption(block)) return;
    this.put(block, block.kind === 'code' && this.label !== undefined ? [this.label, ...around] : around);
    if (block.kind === 'list') this.enterCard(block, around);
    if (!isSilent(block))
      this.label = block.kind === 'list' ? labelOf(block.items.at(-1)?.inline) : undefined;
    if (!isSilent(block)) this.lead = block.kind === 'paragraph' ? block.inline : undefined;
  }

  /** Goes on with what is in a component; false for one that stands for itself as a whole. */
  private addParts(component: ComponentBlock, around: readonly string[]): boolean {
    const shown = jsonOfTag(component);
    if (shown) this.addBlock(shown, around);
    else if (!isMeaningful(component)) this.enter(component, around);
    else if (!holdsParts(component)) return false;
    else if (statesRequest(component)) this.enterRequest(component, around);
    else this.add(component.blocks, around);
    return true;
  }

  /** `- Parameters:` with a table below it: the label heads the table. */
  private enterCard(list: ListBlock, around: readonly string[]): void {
    for (const { inline, blocks } of list.items) {
      const label = blocks.length > 1 ? labelOf(inline) : undefined;
      if (label === undefined) continue;
      this.lead = undefined;
      this.add(blocks.slice(1), [label, ...around]);
    }
  }

  private put(block: Block, around: readonly string[]): void {
    const own = block.kind === 'code' ? titleOfCode(block) : [];
    const captions = [...own, ...(this.caption === undefined ? [] : [this.caption]), ...around];
    this.current.items.push({ block, section: this.current, captions, lead: this.lead });
  }

  private open(heading: HeadingBlock): void {
    let parent = this.current;
    while (parent.parent && parent.depth >= heading.depth) parent = parent.parent;
    const title = plain(phraseOf(heading.inline).text);
    const section: OpenSection = { heading, title, depth: heading.depth, parent, items: [], children: [] };
    parent.children.push(section);
    this.current = section;
    this.caption = undefined;
    this.lead = undefined;
  }

  /** What stands in a component goes on where the component stands. */
  private enter(component: ComponentBlock, around: readonly string[]): void {
    if (component.origin === 'element' && Object.keys(component.attributes).length > 0)
      this.unknown.push(component);
    const title = captionOf(component);
    const before = this.caption;
    if (title !== '') this.caption = undefined;
    this.add(
      component.blocks,
      title === '' ? around : [title, ...around, ...(before === undefined ? [] : [before])],
    );
    if (title !== '') this.caption = before;
    if (component.blocks.length === 0 && component.selfClosing) this.put(component, around);
  }

  /** A request that has its parameters, examples and answers inside is a section of its own, as below a heading. */
  private enterRequest(component: ComponentBlock, around: readonly string[]): void {
    const { blocks, attributes } = component;
    const parent = this.current;
    const title = textOf(attributes, ['title', 'summary', 'name']) ?? summaryIn(blocks);
    const depth = parent.depth + WITHIN;
    const section: OpenSection = { heading: undefined, title, depth, parent, items: [], children: [] };
    parent.children.push(section);
    this.current = section;
    this.put({ ...component, blocks: [] }, around);
    this.add(blocks, around);
    this.current = parent;
  }

  /** `**Parameters:**` alone on a line heads what follows, as a heading does. */
  private isCaption(block: ParagraphBlock): boolean {
    const [first, ...others] = block.lines;
    const caption = first && boldLine(first);
    if (caption === undefined) return false;
    this.caption = caption;
    this.lead = undefined;
    const [second] = others;
    if (!second) return true;
    for (const line of others)
      this.put({ kind: 'paragraph', inline: line, lines: [line], source: line.source }, []);
    return true;
  }
}

/** `json 404 Not found` or `title="Response"` behind the opening of a fence. */
function titleOfCode({ meta = '' }: CodeBlock): readonly string[] {
  const title =
    /\btitle=(["'])(.*?)\1/.exec(meta)?.[2] ??
    meta.replace(/[\w-]+=(?:"[^"]*"|'[^']*'|\S+)|\{[^}]*\}/g, '').trim();
  return title === '' ? [] : [title];
}

/** `Parameters` of `Parameters: …`. */
const labelOf = (inline: Inline | undefined): string | undefined => {
  const label = /^([A-Za-z][\w /-]{0,40}):/.exec(inline?.text ?? '')?.[1];
  return label !== undefined && roleOf(label) ? label : undefined;
};

/** Tags that choose what is printed, and head nothing. */
const CONDITION = /^(?:if|unless|elsif|elseif|else|case|when|for|each|with|ifversion|comment)$/i;

/** A title, or the name of the component itself, which tells requests from responses. */
function captionOf({ name, origin, attributes, argument }: ComponentBlock): string {
  if (origin === 'shortcode' && CONDITION.test(name)) return '';
  const status = ['status', 'httpCode', 'statusCode', 'code']
    .map((key) => attributes[key]?.value)
    .find((value) => typeof value === 'string' && /^[1-5]\d\d$/.test(value));
  const said = textOf(attributes, ['title', 'label', 'header', 'name', 'summary']) ?? argument;
  const named = /request|response|example|param|body|query|header/i.test(name)
    ? `${name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ')} ${said}`
    : said;
  return [status, named].join(' ').trim();
}

/** What readers do not see parts no paragraph from what it introduces. */
const isSilent = (block: Block): boolean =>
  block.kind === 'comment' ||
  block.kind === 'html' ||
  (block.kind === 'component' && block.selfClosing && block.blocks.length === 0);

/** The text of a line that is bold or emphasised from end to end, without its colon. */
export function boldLine({ spans }: Inline): string | undefined {
  const seen = spans.filter(
    (span) => span.kind !== 'break' && (span.kind !== 'text' || !/^[\s:]*$/.test(span.text)),
  );
  const [only, ...others] = seen;
  if (only?.kind !== 'strong' || others.length > 0) return undefined;
  const text = only.text.trim().replace(/\s*:$/, '');
  return text === '' || text.length > 160 ? undefined : text;
}

/** A section and all below it, in the order of the page. */
export function* withDescendants(section: Section): Generator<Section> {
  yield section;
  for (const child of section.children) yield* withDescendants(child);
}

/** A section and those around it, innermost first. */
export function* withAncestors(section: Section | undefined): Generator<Section> {
  for (let at = section; at; at = at.parent) yield at;
}
