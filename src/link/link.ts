import { distinctBy, groupBy } from '../base/group-by.js';
import type { Report } from '../diagnostics/report.js';
import {
  fact,
  type Fragment,
  type GuideFragment,
  type OperationFragment,
  type ShapeFragment,
} from '../model/fragments.js';
import type { Member, Operation, Server, Service, Shape, Traits } from '../model/model.js';
import type { Fact, Provenance } from '../model/provenance.js';
import { withDescribedFormats } from './described-formats.js';
import { linkErrors, withErrorMembers } from './errors.js';
import { groupByService, type FragmentGroup } from './group.js';
import { inferTypes } from './infer-types.js';
import { joinPages } from './join-pages.js';
import { compareNestedSyntax, withFormat, type ShownShapes } from './nested-syntax.js';
import { resolveNamedTypes } from './named-types.js';
import { linkOperation } from './operations.js';
import { byName } from '../base/compare.js';
import { resolveReferences } from './references.js';
import type { LinkRules, RulesOf } from './rules.js';
import { linkShapes } from './shapes.js';
import { shapesFromSyntax } from './shown-shapes.js';

/** What a configuration says about the pages it names. */
export interface LinkHints {
  /** The id of the service; for the larger one where the pages speak of two. */
  readonly id?: string;
  /** The id in the pages' links, such as `finspace-2020-07-13`, for pages that have none. */
  readonly service?: string;
}

/**
 * Makes services of what pages state: sorts fragments by service, joins pages about one thing, holds syntax blocks
 * against descriptions, and resolves references. Whatever does not fit together is reported with both places.
 */
export function linkServices(
  fragments: readonly Fragment[],
  hints: LinkHints,
  report: Report,
  rulesOf: RulesOf,
): readonly Service[] {
  return withoutStrays(groupByService(fragments, rulesOf), report).flatMap((group, index) => {
    const rules = rulesOf(group.ecosystem);
    const service = linkService(resolveNamedTypes(group), index === 0 ? hints : {}, report, rules);
    return service ? [service] : [];
  });
}

/**
 * Beside a service, pages of no service that is named and of no operation are none of a reference: guides have tables of
 * their own. They are reported and left out.
 */
function withoutStrays(groups: readonly FragmentGroup[], report: Report): readonly FragmentGroup[] {
  if (!groups.some(hasOperations)) return groups;
  return groups.filter((group) => {
    const isStray = !hasOperations(group) && !group.serviceId && !group.serviceTitle;
    for (const { page, source } of isStray ? distinctBy(group.fragments, (one) => one.page) : [])
      report('page-of-no-operation', { page }, source);
    return !isStray;
  });
}

const hasOperations = ({ fragments }: FragmentGroup): boolean =>
  fragments.some(({ kind }) => kind === 'operation');

function linkService(
  group: FragmentGroup,
  hints: LinkHints,
  report: Report,
  rules: LinkRules,
): Service | undefined {
  const pages = group.fragments.filter((part): part is OperationFragment => part.kind === 'operation');
  const types = group.fragments.filter((part): part is ShapeFragment => part.kind === 'shape');
  const [first] = [...pages, ...types];
  if (!first) return undefined;
  const guides = group.fragments.filter((part): part is GuideFragment => part.kind === 'guide');
  const joined = joinPages(pages, report, rules);
  const linked = joined.map(({ name, page }) => ({
    page,
    operation: linkOperation(page, name, report, rules),
  }));
  const operations = linked.map(({ operation }) => operation).sort(byName);
  const errors = withErrorMembers(linkErrors([...pages, ...guides], report), guides, report);
  const described = linkShapes(types, report);
  const fromSyntax = shapesFromSyntax(linked, described);
  const resolved = resolveReferences({ operations, shapes: described, errors }, fromSyntax, report);
  const shown = compareNestedSyntax(linked, resolved, report);
  const shapes = resolved.map((shape) => withFormats(shape, shown, report));
  const catalogueId =
    group.serviceId ??
    (hints.service === undefined ? undefined : fact(hints.service, first.source, 'override'));
  const traits = traitsOf(pages);
  return {
    id: hints.id ?? serviceId(group),
    ecosystem: group.ecosystem,
    title: title(group, first, hints),
    servers: serversOf(guides),
    auth: distinctBy(believed(guides.flatMap(({ auth }) => auth)), ({ name }) => name),
    pages: [...new Set(group.fragments.map(({ page }) => page))].sort(),
    operations: withPages(inferTypes(operations, shapes, rules), shapes, rules),
    shapes,
    errors,
    ...((catalogueId || Object.keys(traits).length > 0) && {
      traits: { [group.ecosystem]: { ...(catalogueId && { catalogueId }), ...traits } },
    }),
  };
}

function withPages(
  operations: readonly Operation[],
  shapes: readonly Shape[],
  { paginate }: LinkRules,
): readonly Operation[] {
  if (!paginate) return operations;
  const known = new Map(shapes.map((shape) => [shape.name, shape]));
  return operations.map((operation) => {
    const pagination = operation.pagination ?? paginate(operation, known);
    return pagination ? { ...operation, pagination } : operation;
  });
}

/** What pages say of the service to its ecosystem alone; the first page that says something is believed. */
const traitsOf = (pages: readonly OperationFragment[]): Traits[string] =>
  pages.reduceRight<Traits[string]>((traits, page) => ({ ...traits, ...page.serviceTraits }), {});

/** What pages state; of what request lines and examples show, the most usual one. */
function serversOf(guides: readonly GuideFragment[]): readonly Server[] {
  const found = believed(guides.flatMap(({ servers }) => servers));
  if (found.some(({ known }) => known !== 'syntax' && known !== 'example'))
    return distinctBy(found, ({ url }) => url);
  const groups = [...groupBy(found, ({ url }) => url).values()].sort((a, b) => b.length - a.length);
  return groups[0]?.slice(0, 1) ?? [];
}

/** What is stated as such, else what request lines show, at last examples. */
function believed<Item extends Provenance>(items: readonly Item[]): readonly Item[] {
  const ranks = [
    (known: Provenance['known']) => known !== 'syntax' && known !== 'example',
    (known: Provenance['known']) => known === 'syntax',
  ];
  const found = ranks.map((isOf) => items.filter(({ known }) => isOf(known))).find((some) => some.length > 0);
  return found ?? items;
}

/** The shape with the formats of its timestamps, as syntax blocks show or, where they do not, descriptions say them. */
function withFormats(shape: Shape, { formats, members: shown }: ShownShapes, report: Report): Shape {
  const key = ({ name }: Member): string => `${shape.name}.${name}`;
  const members = shape.members.map((member) => {
    const format = formats.get(key(member));
    return format ? { ...member, type: withFormat(member.type, format) } : member;
  });
  return { ...shape, members: withDescribedFormats(members, (member) => shown.has(key(member)), report) };
}

function title(group: FragmentGroup, first: Fragment, { id }: LinkHints): Fact<string> {
  return (
    group.serviceTitle ?? fact(id ?? serviceId(group), group.serviceId?.source ?? first.source, 'inferred')
  );
}

/** A folder-safe id from the pages' links, the title, or the folder that the pages stand in. */
function serviceId(group: FragmentGroup): string {
  const linked = group.serviceId?.value.replace(/-\d{4}-\d{2}-\d{2}$/, '');
  const name = linked ?? group.serviceTitle?.value ?? folderOf(group) ?? 'service';
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'service'
  );
}

/** Names of folders that say where documentation stands, and not of what it is. */
const USUAL_FOLDERS =
  /^(?:api|api[-_]?docs|api[-_]?reference|content|developers?|docs?|documentation|[a-z]{2}|guides?|http[-_]?api|pages|references?|rest[-_]?api|sources?|src|v\d+|website|\.{1,2}|)$/i;

/** Whether a name says where documentation stands, and not of what it is. */
export const isUsualFolder = (name: string): boolean => USUAL_FOLDERS.test(name);

/** The innermost folder around all pages whose name says something. */
function folderOf({ fragments }: FragmentGroup): string | undefined {
  const [first = [], ...others] = [...new Set(fragments.map(({ page }) => page))].map((page) =>
    page.split('/').slice(0, -1),
  );
  const end = first.findIndex((name, at) => others.some((folders) => folders[at] !== name));
  const common = end < 0 ? first : first.slice(0, end);
  return common.findLast((name) => !isUsualFolder(name)) ?? common.at(-1);
}
