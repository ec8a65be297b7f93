import type { SourceRange } from '../../../../diagnostics/position.js';
import type { Block, ImportBlock } from '../../../../markdown/blocks.js';
import { once } from '../../../../base/memoise.js';
import type { Page } from '../../../dialect.js';
import type { PageFinder } from './links.js';

/** A page with the text of other files in the places where it asks for them. */
export interface FilledPage {
  readonly blocks: readonly Block[];
  readonly problems: readonly IncludeProblem[];
  /** The pages whose whole text stands in this one. */
  readonly whole: ReadonlySet<Page>;
}

/** A file that a page asks for and does not get. */
export interface IncludeProblem {
  readonly kind: 'missing' | 'endless';
  readonly path: string;
  readonly source: SourceRange;
}

/** Deeper includes, and more of them in one page, are none that people write. */
const MOST_DEPTH = 8;
const MOST_FILES = 400;

/** Puts the files of a guide into the pages that include them; what is put in keeps its own file and lines. */
export class Includes {
  private readonly pages: readonly Page[];
  private readonly finder: PageFinder;
  private readonly outline: (page: Page) => readonly Block[];

  constructor(pages: readonly Page[], finder: PageFinder, outline: (page: Page) => readonly Block[]) {
    this.pages = pages;
    this.finder = finder;
    this.outline = outline;
  }

  fill(page: Page): FilledPage {
    const filling = new Filling(this.finder, this.outline);
    const blocks = filling.fill(page, this.outline(page), []);
    return { blocks, problems: [...filling.problems, ...this.missingParts(page)], whole: filling.whole };
  }

  /** Whether the page is read where others include it; of pages that include one another each is read by itself. */
  isPart(page: Page): boolean {
    return this.parts().has(page);
  }

  private readonly parts = once((): ReadonlySet<Page> => {
    const including = this.pages.filter(({ text }) => MAY_INCLUDE.test(text));
    const wholes = including.map((page) => ({ page, whole: this.fill(page).whole }));
    const included = new Set(wholes.flatMap(({ whole }) => [...whole]));
    return new Set(wholes.flatMap(({ page, whole }) => (included.has(page) ? [] : [...whole])));
  });

  /** `includes:` in the front matter names files of the same guide that follow the page; they are read as pages. */
  private missingParts(page: Page): readonly IncludeProblem[] {
    const [front] = this.outline(page);
    if (front?.kind !== 'front-matter') return [];
    const list = /^includes:[ \t]*\n((?:[ \t]*- .*(?:\n|$))+)/m.exec(front.text)?.[1] ?? '';
    return list.split('\n').flatMap((line) => {
      const name = /^[ \t]*- ["']?([\w./-]+)["']?\s*$/.exec(line)?.[1];
      if (name === undefined || this.finder.includeAt(page, name)) return [];
      return [{ kind: 'missing' as const, path: name, source: front.source }];
    });
  }
}

/** Cheap to ask of a text; most pages include nothing. */
const MAY_INCLUDE = /include|8<|^import .*\.mdx?['"]|\.mdx?["'][ \t]*[/%>]|^\{!/im;

/** The filling of one page. */
class Filling {
  readonly problems: IncludeProblem[] = [];
  readonly whole = new Set<Page>();
  private readonly finder: PageFinder;
  private readonly outline: (page: Page) => readonly Block[];
  private files = 0;

  constructor(finder: PageFinder, outline: (page: Page) => readonly Block[]) {
    this.finder = finder;
    this.outline = outline;
  }

  /** `around` are the pages that this one stands in. */
  fill(page: Page, blocks: readonly Block[], around: readonly Page[]): readonly Block[] {
    if (!MAY_INCLUDE.test(page.text)) return blocks;
    const named = new Map(
      blocks.flatMap((block) =>
        block.kind === 'import' && isText(block) ? block.names.map((name) => [name, block] as const) : [],
      ),
    );
    const within = [...around, page];
    return blocks.flatMap((block) => this.fillBlock(block, named, within));
  }

  private fillBlock(
    block: Block,
    named: ReadonlyMap<string, ImportBlock>,
    around: readonly Page[],
  ): readonly Block[] {
    const inner = (blocks: readonly Block[]): readonly Block[] =>
      blocks.flatMap((one) => this.fillBlock(one, named, around));
    switch (block.kind) {
      case 'import':
        return block.names.length === 0 && !isModule(block) ? this.put(block, block.source, around) : [block];
      case 'component': {
        const imported = block.blocks.length === 0 ? named.get(block.name) : undefined;
        return imported
          ? this.put(imported, block.source, around)
          : [{ ...block, blocks: inner(block.blocks) }];
      }
      case 'quote':
        return [{ ...block, blocks: inner(block.blocks) }];
      case 'list':
        return [{ ...block, items: block.items.map((item) => ({ ...item, blocks: inner(item.blocks) })) }];
      case 'definitions':
        return [
          {
            ...block,
            entries: block.entries.map((entry) => ({ ...entry, details: entry.details.map(inner) })),
          },
        ];
      default:
        return [block];
    }
  }

  private put({ path }: ImportBlock, source: SourceRange, around: readonly Page[]): readonly Block[] {
    const { file, part } = partOf(path);
    const from = around.at(-1);
    const page = from && this.finder.includeAt(from, file);
    const kind = !page ? 'missing' : this.isEndless(page, around) ? 'endless' : undefined;
    if (!page || kind) {
      this.problems.push({ kind: kind ?? 'missing', path, source });
      return [];
    }
    this.files += 1;
    if (!part) this.whole.add(page);
    const blocks = this.outline(page).filter((block) => block.kind !== 'front-matter');
    return this.fill(page, part ? within(blocks, part) : blocks, around);
  }

  private isEndless(page: Page, around: readonly Page[]): boolean {
    return around.includes(page) || around.length > MOST_DEPTH || this.files >= MOST_FILES;
  }
}

/** What is imported under a name is text only where it is Markdown; other modules hold components. */
const isText = ({ path }: ImportBlock): boolean => /\.mdx?$/i.test(path);

/** `import './style.css'`. */
const isModule = ({ path }: ImportBlock): boolean => /\.(?:css|scss|jsx?|tsx?|mjs|vue|svelte)$/i.test(path);

/** A part of a file: some lines, or what stands between two comments that name it. */
interface Part {
  readonly from?: number;
  readonly to?: number;
  readonly name?: string;
}

/** `x.md{3,9}`, `x.md:3:9`, `x.md#name`. */
function partOf(path: string): { readonly file: string; readonly part?: Part } {
  const [, file, from, to, first, last, name] =
    /^([^{}#]*?\.\w+)(?:\{(\d*)[-,](\d*)\}|:(\d*):(\d*)|[#:]([\w-]+))$/.exec(path) ?? [];
  if (file === undefined) return { file: path };
  if (name !== undefined) return { file, part: { name } };
  return { file, part: { from: Number(from ?? first ?? 1) || 1, to: Number(to ?? last) || Infinity } };
}

/** The blocks of a part; all of them where nothing has its name. */
function within(blocks: readonly Block[], { from = 1, to = Infinity, name }: Part): readonly Block[] {
  if (name === undefined) return blocks.filter(({ source }) => source.endLine >= from && source.line <= to);
  const marks = blocks.flatMap((block, at) =>
    block.kind === 'comment' && block.text.split(/[^\w-]+/).includes(name) ? [at] : [],
  );
  const [start, end] = marks;
  return start === undefined ? blocks : blocks.slice(start + 1, end);
}
