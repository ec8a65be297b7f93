import { readerOf } from '../reference/read-page.js';
import { fact } from '../../../../model/fragments.js';
import type { Fact } from '../../../../model/provenance.js';
import { textBlocks } from '../../../../markdown/lines.js';
import { parseMarkdown } from '../../../../markdown/parse.js';
import { sectionsOf, type Section } from '../../../../markdown/sections.js';
import { sourceText, type SourceText } from '../../../../markdown/source.js';
import type { Page } from '../../../dialect.js';
import { cutItems, introducesRemark, type HeadCandidate } from '../reference/items.js';
import {
  holdsItems,
  sectionKind,
  type Block,
  type Outline,
  type OutlineSection,
} from '../reference/outline.js';
import { linesOf } from '../reference/prose.js';

/** Takes a Markdown page apart; nothing where it has no title. */
export function outlinePage(page: Page): Outline | undefined {
  const text = withoutLinks(page.text);
  const source = sourceText(page.path, text);
  const [, titled, ...rest] = sectionsOf(source, parseMarkdown(text), [1, 2]);
  if (!titled) return undefined;
  const sections = rest.map((section) => outlineSection(source, section));
  const serviceId = linkedService(sections);
  return {
    page: page.path,
    title: fact(titled.title, titled.source),
    ...(serviceId && { serviceId }),
    intro: textBlocks(source, titled.nodes),
    sections,
  };
}

const SEE_ALSO = /^## See Also\b.*$/im;

/**
 * The page without the links at its end, which are a quarter of all text and state nothing but the service's id: the
 * first of them is kept. A page that goes on behind them is kept whole.
 */
function withoutLinks(text: string): string {
  const heading = SEE_ALSO.exec(text);
  if (!heading) return text;
  const start = heading.index + heading[0].length;
  const rest = text.slice(start);
  if (/^##? /m.test(rest)) return text;
  const first = rest.search(/\/goto\//i);
  const end = first < 0 ? -1 : rest.indexOf('\n', first);
  return end < 0 ? text : text.slice(0, start + end);
}

function outlineSection(source: SourceText, section: Section): OutlineSection {
  const kind = sectionKind(section.title);
  const blocks = textBlocks(source, section.nodes);
  const parts = holdsItems(kind) ? cutItems(kind, blocks, headOf, () => false) : { lead: blocks, items: [] };
  return { kind, title: section.title, source: section.source, ...parts };
}

/** `**name**`, padded or not, linked or not, alone on its line but for an anchor. */
const HEAD = /^\*\*\s*(?:\[[^\]]+\]\([^)]*\)|[^\s*[\]]+)\s*\*\*\s*(?:<a\s[^>]*>\s*(?:<\/a>)?)?$/;

function headOf(line: Block): HeadCandidate | undefined {
  if (line.kind === 'code' || line.nested || !HEAD.test(line.raw)) return undefined;
  const name = line.text.replace(/^\*\*\s*|\s*\*\*$/g, '').trim();
  const certain = line.anchor !== undefined || line.links.some(({ url }) => url.startsWith('#'));
  if (!/^\S+$/.test(name) || (!certain && introducesRemark(name))) return undefined;
  return { name, source: line.source, certain };
}

/** The service's id in the links to its SDKs: `.../goto/<sdk>/<id>/<page>`. */
function linkedService(sections: readonly OutlineSection[]): Fact<string> | undefined {
  for (const { kind, lead } of sections) {
    for (const { links, source } of kind === 'see-also' ? linesOf(lead) : []) {
      for (const { url } of links) {
        const id = /\/goto\/[^/]+\/([^/]+)\//i.exec(url)?.[1];
        if (id !== undefined) return fact(id, source);
      }
    }
  }
  return undefined;
}

/** Reads what the outline holds. */
export const read = readerOf(outlinePage);
