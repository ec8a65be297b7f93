import { collector } from '../../src/diagnostics/report.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { Guide, Page } from '../../src/ecosystems/dialect.js';
import { readFragments } from '../../src/ecosystems/read-pages.js';
import { completeService } from '../../src/ecosystems/complete-service.js';
import { dialectsOf, ecosystemOf } from '../../src/ecosystems/registry.js';
import type { Report } from '../../src/diagnostics/report.js';
import type { Fragment } from '../../src/model/fragments.js';
import type { Constraint, Type } from '../../src/model/types.js';
import type { Member, Service } from '../../src/model/model.js';
import { linkServices, type LinkHints } from '../../src/link/link.js';

const loaded = await Promise.all(
  dialectsOf().map(async (one) => ({ ...one, read: await one.dialect.load() })),
);

/** What pages state, whatever their format. */
export const fragmentsOf = (pages: readonly Page[], report: Report): readonly Fragment[] =>
  readFragments(pages, report, loaded);

/** What the pages of a guide state that is written in a style of its own. */
export const guideFragments = (guide: Guide, report: Report): readonly Fragment[] =>
  readFragments([...guide.pages.values()], report, loaded, guide);

export function read(...pages: Page[]): {
  fragments: readonly Fragment[];
  diagnostics: readonly Diagnostic[];
} {
  const { report, diagnostics } = collector();
  return { fragments: fragmentsOf(pages, report), diagnostics };
}

/** Services of what pages state, before their ecosystem adds what it knows. */
export const linkedOf = (fragments: readonly Fragment[], report: Report, hints: LinkHints = {}) =>
  linkServices(fragments, hints, report, (ecosystem) => ecosystemOf(ecosystem).linking);

/** The same, completed. */
export const servicesOf = (
  fragments: readonly Fragment[],
  report: Report,
  hints: LinkHints = {},
): readonly Service[] =>
  linkedOf(fragments, report, hints).map((service) => completeService(service, { keepId: false }, report));

export interface Linked {
  readonly services: readonly Service[];
  readonly service: Service;
  readonly diagnostics: readonly Diagnostic[];
  readonly codes: readonly string[];
}

/** Pages to services, as `inspect` does it. */
export function link(pages: readonly Page[], hints: LinkHints = {}): Linked {
  const { report, diagnostics } = collector();
  const services = servicesOf(fragmentsOf(pages, report), report, hints);
  const [service] = services;
  if (!service) throw new Error(`no service: ${diagnostics.map(({ message }) => message).join('; ')}`);
  return { services, service, diagnostics, codes: diagnostics.map(({ code }) => code) };
}

/** A page of Markdown; `lines` count from 1 like a file's. */
export const page = (text: string, path = 'pages/API_Page.md'): Page => ({ path, text });

/** A type in a few words: `list<string{1..3}>`. */
export function show(type: Type): string {
  const limits = type.constraints.map(showConstraint).join('');
  switch (type.kind) {
    case 'list':
      return `list<${show(type.element)}>${limits}`;
    case 'map':
      return `map<${show(type.key)},${show(type.value)}>${limits}`;
    case 'reference':
      return type.target + limits;
    default:
      return type.kind + limits;
  }
}

function showConstraint(constraint: Constraint): string {
  switch (constraint.kind) {
    case 'pattern':
      return `/${constraint.pattern}/`;
    case 'values':
      return `(${constraint.values.join('|')})`;
    default:
      return `${constraint.kind[0] ?? ''}{${constraint.min ?? ''}..${constraint.max ?? ''}}`;
  }
}

/** A member in a line: `name! at wire: type`. */
export function showMember(member: Member): string {
  const where = member.location.value === 'body' ? '' : ` ${member.location.value}`;
  const wire = member.wireName === member.name ? '' : ` as ${member.wireName}`;
  return `${member.name}${member.required?.value ? '!' : ''}${where}${wire}: ${show(member.type)}`;
}
