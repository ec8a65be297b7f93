import { docComment } from '../../render/comments.js';
import { numberLiteral, propertyKey, stringLiteral, valueLiteral } from '../../render/literals.js';
import type { ImportedName } from '../../render/imports.js';
import type { OperationBinding, Protocol } from '../../ecosystems/protocol.js';
import type { Member, Operation, Pagination, Service } from '../../model/model.js';
import type { Type } from '../../model/types.js';
import { outputOf } from '../../model/walk.js';
import type { ServiceContext } from '../context.js';
import { payloadOf } from '../output.js';
import { namesInTypes, typeText } from '../types/type-text.js';

/** How an operation that gives a list of pages is printed. */
export interface PaginationView {
  readonly pagesDoc: string;
  readonly itemsDoc: string;
  readonly paginator: string;
  /** The function of the runtime that goes from page to page. */
  readonly paginate: string;
  /** What it is told of the members, with a comma behind it; empty where it needs nothing. */
  readonly settings: string;
  /** Where the items of a page are known. */
  readonly hasItems: boolean;
  readonly itemsFunction: string;
  readonly itemType: string;
  readonly itemsPath: string;
}

/** The function of the runtime for each style, and its module. */
const runtime: Readonly<Record<NonNullable<Pagination['style']>, readonly [name: string, module: string]>> = {
  token: ['paginate', 'paginate'],
  page: ['paginateByPage', 'paginate-by-count'],
  offset: ['paginateByOffset', 'paginate-by-count'],
  link: ['paginateByLink', 'paginate-by-link'],
  key: ['paginateByKey', 'paginate-by-key'],
};

/** A place in the output of a list. */
interface Place {
  /** As the runtime goes there; empty where it is the output itself. */
  readonly path: string;
  readonly keys: readonly string[];
  readonly member: Member;
}

/** What a path of the model leads to. The body that is the output itself is no step of the way. */
function placeOf(
  path: string,
  binding: OperationBinding,
  protocol: Protocol,
  context: ServiceContext,
): Place | undefined {
  const payload = payloadOf(binding, protocol)?.member;
  return follow(path, outputOf(binding.operation), context, payload);
}

/** Names may have dots themselves: a member is one whose name the rest of the path is or begins with. */
function follow(
  path: string,
  from: readonly Member[],
  { service, naming }: ServiceContext,
  payload?: Member,
): Place | undefined {
  const steps: Member[] = [];
  let members = from;
  for (let rest = path; rest !== ''; ) {
    const member =
      members.find(({ name }) => rest === name) ?? members.find(({ name }) => rest.startsWith(`${name}.`));
    if (!member) return undefined;
    steps.push(member);
    members = membersOf(member.type, service);
    rest = rest.slice(member.name.length + 1);
  }
  const member = steps.at(-1);
  const keys = steps.filter((step) => step !== payload).map(naming.key);
  return member && { path: keys.join('.'), keys, member };
}

const membersOf = (type: Type, { shapes }: Service): readonly Member[] =>
  type.kind === 'reference' ? (shapes.find(({ name }) => name === type.target)?.members ?? []) : [];

/** Where the items are and the type of one; undefined where no page says, or it is no list. */
function itemsOf(
  binding: OperationBinding,
  protocol: Protocol,
  context: ServiceContext,
): (Place & { readonly element: Type }) | undefined {
  const { items } = binding.operation.pagination ?? {};
  const place = items === undefined ? undefined : placeOf(items, binding, protocol, context);
  return place?.member.type.kind === 'list' ? { ...place, element: place.member.type.element } : undefined;
}

export function paginationView(
  binding: OperationBinding,
  protocol: Protocol,
  context: ServiceContext,
): PaginationView | undefined {
  const { pagination, name } = binding.operation;
  if (!pagination) return undefined;
  const { method, paginator, items } = context.naming.operation(name);
  const found = itemsOf(binding, protocol, context);
  return {
    pagesDoc: docComment([`The pages of {@link ${method}}, one after the other.`]),
    itemsDoc: docComment([`The items of all pages of {@link ${method}}, one after the other.`]),
    paginator,
    paginate: runtime[pagination.style ?? 'token'][0],
    settings: settingsText(pagination, binding, protocol, context),
    hasItems: found !== undefined,
    itemsFunction: items,
    itemType: found ? typeText(found.element, context.naming, 'open') : '',
    itemsPath: found ? stringLiteral(found.path) : '',
  };
}

function settingsText(
  { style = 'token', inputToken, outputToken, items, pageSize }: Pagination,
  binding: OperationBinding,
  protocol: Protocol,
  context: ServiceContext,
): string {
  if (style === 'link') {
    const place = outputToken === '' ? undefined : placeOf(outputToken, binding, protocol, context);
    return place ? `{ next: ${valueLiteral(place.keys)} }, ` : '{}, ';
  }
  const pathOf = (path: string): string => placeOf(path, binding, protocol, context)?.path ?? path;
  const input = (name: string): Member | undefined =>
    binding.operation.input.find((member) => member.name === name);
  const keyOf = (name: string): string => {
    const member = input(name);
    return stringLiteral(member ? context.naming.key(member) : name);
  };
  if (style === 'token') {
    return `{ inputToken: ${keyOf(inputToken)}, outputToken: ${stringLiteral(pathOf(outputToken))} }, `;
  }
  const first = input(inputToken)?.default?.value;
  const fields = {
    inputToken: keyOf(inputToken),
    items: stringLiteral(pathOf(items ?? '')),
    ...(pageSize !== undefined && { pageSize: keyOf(pageSize) }),
    ...(style === 'key' && { key: stringLiteral(keyOfItem(outputToken, binding, protocol, context)) }),
    ...(style === 'page' && typeof first === 'number' && first !== 1 && { first: numberLiteral(first) }),
  };
  return `{ ${Object.entries(fields)
    .map(([key, text]) => `${propertyKey(key)}: ${text}`)
    .join(', ')} }, `;
}

/** Where an item has its key. */
function keyOfItem(
  path: string,
  binding: OperationBinding,
  protocol: Protocol,
  context: ServiceContext,
): string {
  const element = itemsOf(binding, protocol, context)?.element;
  return (element && follow(path, membersOf(element, context.service), context)?.path) ?? path;
}

/** What the functions for pages and items need of other modules. */
export function paginationImports(
  binding: OperationBinding,
  protocol: Protocol,
  context: ServiceContext,
): readonly ImportedName[] {
  const { pagination }: Operation = binding.operation;
  if (!pagination) return [];
  const found = itemsOf(binding, protocol, context);
  const [name, module] = runtime[pagination.style ?? 'token'];
  return [
    { from: `./runtime/client/${module}.js`, name },
    ...(found ? [{ from: './runtime/client/paginate.js', name: 'itemsOf' }] : []),
    ...(found ? namesInTypes([found.member], context.naming) : []),
  ];
}
