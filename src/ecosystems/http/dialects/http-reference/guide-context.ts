import type { Block } from '../../../../markdown/blocks.js';
import { once } from '../../../../base/memoise.js';
import type { Guide, Page } from '../../../dialect.js';
import { authMarksIn } from './auth-marks.js';
import { callSites } from './calls/call-sites.js';
import { callStyleOf, type CallStyle } from './calls/call-style.js';
import { conventionsOf, type Conventions } from './conventions.js';
import { valuesAtAnchor } from './anchored-values.js';
import { definitionsIn, type Definition } from './definitions.js';
import { Includes, type IncludeProblem } from './includes.js';
import { PageFinder } from './links.js';
import { operationSites, type OperationSite } from './operation-sites.js';
import type { Style } from './member-lists.js';
import { nameOfTitle } from './names.js';
import { sectionsOf, withDescendants, type PageOutline } from './sections.js';
import { ownTypeWords } from './own-types.js';
import { styledBlocks } from './styled-blocks.js';

/** A page with the roles of its sections. */
export interface PageAnalysis {
  readonly page: Page;
  readonly outline: PageOutline;
  readonly sites: readonly OperationSite[];
  readonly definitions: readonly Definition[];
  /** Files that the page includes and that were not put in. */
  readonly missing: readonly IncludeProblem[];
}

/** A definition and the page that it stands on. */
export interface FoundDefinition {
  readonly definition: Definition;
  readonly analysis: PageAnalysis;
}

/** What references call a definition: its first id, or its name where it has none. */
export const idOf = ({ definition, analysis }: FoundDefinition): string =>
  definition.ids[0] ?? `${analysis.page.path.toLowerCase()}#${definition.name}`;

/** What a reader knows of the guide around its page; other pages are looked at only where something leads there. */
export class GuideContext {
  readonly style: Style;
  private readonly finder: PageFinder;
  private readonly analysed = new Map<Page, PageAnalysis>();
  readonly conventions: () => Conventions;
  /** How methods are called, where that is by their names. */
  readonly calls: () => CallStyle | undefined;

  private readonly guide: Guide;
  private readonly includes: Includes;
  private readonly outlined = new Map<Page, readonly Block[]>();

  constructor(guide: Guide) {
    this.guide = guide;
    this.style = { reading: guide.reading, types: ownTypeWords(guide) };
    this.finder = new PageFinder(guide.pages);
    this.includes = new Includes([...guide.pages.values()], this.finder, (page) => this.blocksOf(page));
    this.conventions = once(() => conventionsOf(guide));
    this.calls = once(() => callStyleOf(guide));
  }

  analysisOf(page: Page): PageAnalysis {
    const before = this.analysed.get(page);
    if (before) return before;
    const { blocks, problems } = this.includes.fill(page);
    const outline = sectionsOf(page.path, blocks);
    const calls = this.calls();
    const called = calls && callSites(outline, calls, this.style);
    const { sites, others, within } = called ?? operationSites(outline, this.style);
    const analysis = {
      page,
      outline,
      sites,
      definitions: definitionsIn(outline, others, within, this.style),
      missing: problems,
    };
    this.analysed.set(page, analysis);
    return analysis;
  }

  private blocksOf(page: Page): readonly Block[] {
    const before = this.outlined.get(page);
    if (before) return before;
    const blocks = styledBlocks(page, this.style.reading);
    this.outlined.set(page, blocks);
    return blocks;
  }

  /** Whether a page stands in others, which are read instead of it. */
  isPart(page: Page): boolean {
    return this.includes.isPart(page);
  }

  /** Every page but those that are parts of others. */
  readonly analyses = once(() =>
    [...this.guide.pages.values()].filter((page) => !this.isPart(page)).map((page) => this.analysisOf(page)),
  );

  /** How the guide marks what callers of an operation have to show. */
  readonly authMarks = once(() => authMarksIn(this.analyses().map(({ outline }) => outline)));

  /** Whether most request lines are whole addresses: where they are not, those that are lead elsewhere. */
  readonly printsAddresses = once(() => {
    const lines = this.analyses().flatMap(({ sites }) =>
      sites.flatMap(({ requests }) => requests.filter(({ example }) => !example)),
    );
    return lines.filter(({ line }) => line.server !== undefined).length * 2 > lines.length;
  });

  /** True where a link leads to a page of the guide. */
  leadsInside(from: Page, url: string): boolean {
    return this.finder.find(from, url) !== undefined;
  }

  /** Whether a link leads to a page of the guide and, if it names one, to a place on it. */
  leadsToPlace(from: Page, url: string): boolean {
    const target = this.finder.find(from, url);
    if (!target || target.anchor === '') return target !== undefined;
    return this.anchorsOf(target.page).has(target.anchor);
  }

  private readonly anchors = new Map<Page, ReadonlySet<string>>();

  /** What links may name on a page: headings, and whatever stands in quotes, as ids of HTML do. */
  private anchorsOf(page: Page): ReadonlySet<string> {
    const before = this.anchors.get(page);
    if (before) return before;
    const heads = [...withDescendants(this.analysisOf(page).outline.root)].flatMap(({ heading }) =>
      heading ? [heading.slug, ...heading.ids] : [],
    );
    const quoted = page.text.match(/(?<=")[^"\s]{1,100}(?=")/g) ?? [];
    const found = new Set([...heads, ...quoted].map((id) => id.toLowerCase()));
    this.anchors.set(page, found);
    return found;
  }

  /** What a link leads to. */
  definitionAt(from: Page, url: string): FoundDefinition | undefined {
    const target = this.finder.find(from, url);
    if (!target) return undefined;
    const analysis = this.analysisOf(target.page);
    const id = `${target.page.path}#${target.anchor}`.toLowerCase();
    const definition =
      analysis.definitions.find(({ ids }) => ids.includes(id)) ??
      (target.anchor === '' ? undefined : valuesAtAnchor(analysis.outline, target.anchor));
    return definition && { definition, analysis };
  }

  /** What a reference leads to. */
  definitionOf(id: string): FoundDefinition | undefined {
    return this.byId().get(id);
  }

  private readonly byId = once(
    () =>
      new Map(
        this.analyses().flatMap((analysis) =>
          analysis.definitions.map((definition): [string, FoundDefinition] => {
            const found = { definition, analysis };
            return [idOf(found), found];
          }),
        ),
      ),
  );

  /** The operation whose section a link leads to. */
  siteAt(
    from: Page,
    url: string,
  ): { readonly site: OperationSite; readonly analysis: PageAnalysis } | undefined {
    const target = this.finder.find(from, url);
    if (!target) return undefined;
    const analysis = this.analysisOf(target.page);
    const site = analysis.sites.find(
      ({ section: { heading } }) =>
        heading !== undefined &&
        [heading.slug, ...heading.ids].some((id) => id.toLowerCase() === target.anchor),
    );
    return site && { site, analysis };
  }

  /** The object that the guide calls so, wherever it is described. */
  objectNamed(name: string): FoundDefinition | undefined {
    const wanted = nameOfTitle(name).toLowerCase();
    return this.objects().get(wanted) ?? this.objects().get(wanted.replace(/s$/, ''));
  }

  private readonly objects = once(() => {
    const found = new Map<string, FoundDefinition>();
    for (const analysis of this.analyses()) {
      for (const definition of analysis.definitions) {
        const key = definition.name.toLowerCase();
        if (definition.kind !== 'enum' && !found.has(key)) found.set(key, { definition, analysis });
      }
    }
    return found;
  });

  /** What references call so. */
  definitionWithId(id: string): FoundDefinition | undefined {
    return this.definitionsById().get(id);
  }

  private readonly definitionsById = once(
    () =>
      new Map(
        this.analyses().flatMap((analysis) =>
          analysis.definitions.map((definition) => [
            idOf({ definition, analysis }),
            { definition, analysis },
          ]),
        ),
      ),
  );

  /** The list of values whose heading names a member: `Order side (side)`. */
  valuesNamed(member: string): FoundDefinition | undefined {
    return this.valueLists().get(member);
  }

  private readonly valueLists = once(() => {
    const found = new Map<string, FoundDefinition>();
    for (const analysis of this.analyses()) {
      for (const definition of analysis.definitions) {
        if (definition.kind !== 'enum') continue;
        for (const name of namedIn(definition.section.title))
          if (!found.has(name)) found.set(name, { definition, analysis });
      }
    }
    return found;
  });
}

/** The names in the parentheses of a heading, or the heading where it is one name. */
function namedIn(title: string): readonly string[] {
  const inside = /\(([^()]*)\)/.exec(title)?.[1];
  if (inside !== undefined)
    return inside.split(/\s*,\s*|\s+or\s+|\s*\/\s*/).filter((name) => /^[\w.-]+$/.test(name));
  const whole = title.replace(/[:*`]/g, '').trim();
  return /^[\w.-]+$/.test(whole) ? [whole, whole.charAt(0).toLowerCase() + whole.slice(1)] : [];
}

interface KnownContext {
  readonly pages: readonly Page[];
  readonly reading: Guide['reading'];
  readonly context: GuideContext;
}

/** By the first page of the guide. */
const contexts = new WeakMap<Page, KnownContext>();

/**
 * The context of a guide, made once for the pages of one run: each of them comes with a guide of its own, which notes
 * that the page asks for all others.
 */
export function contextOf(guide: Guide): GuideContext {
  const pages = [...guide.pages.values()];
  const [first] = pages;
  const before = first && contexts.get(first);
  if (
    before &&
    before.reading === guide.reading &&
    before.pages.length === pages.length &&
    pages.every((page, at) => page === before.pages[at])
  )
    return before.context;
  const context = new GuideContext({
    pages: new Map(pages.map((page) => [page.path, page])),
    reading: guide.reading,
  });
  if (first) contexts.set(first, { pages, reading: guide.reading, context });
  return context;
}
