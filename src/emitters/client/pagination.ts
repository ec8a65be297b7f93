import { docComment } from '../../render/comments.js';
import { stringLiteral } from '../../render/literals.js';
import type { ImportedName } from '../../render/imports.js';
import type { Member, Operation } from '../../model/model.js';
import type { Type } from '../../model/types.js';
import { outputOf } from '../../model/walk.js';
import type { Naming } from '../naming.js';
import { namesInTypes, typeText } from '../types/type-text.js';

/** How an operation that gives a list of pages is printed. */
export interface PaginationView {
  readonly pagesDoc: string;
  readonly itemsDoc: string;
  readonly paginator: string;
  readonly inputToken: string;
  readonly outputToken: string;
  /** Where the items of a page are known. */
  readonly hasItems: boolean;
  readonly itemsFunction: string;
  readonly itemType: string;
  readonly itemsPath: string;
}

/** The member that holds the items and the type of one; undefined where it is no list of the output itself. */
function itemsOf(operation: Operation): { member: Member; element: Type } | undefined {
  const { pagination } = operation;
  const member = outputOf(operation).find(({ name }) => name === pagination?.items);
  return member?.type.kind === 'list' ? { member, element: member.type.element } : undefined;
}

export function paginationView(operation: Operation, naming: Naming): PaginationView | undefined {
  const { pagination } = operation;
  if (!pagination) return undefined;
  const { method, paginator, items } = naming.operation(operation.name);
  const found = itemsOf(operation);
  return {
    pagesDoc: docComment([`The pages of {@link ${method}}, one after the other.`]),
    itemsDoc: docComment([`The items of all pages of {@link ${method}}, one after the other.`]),
    paginator,
    inputToken: stringLiteral(pagination.inputToken),
    outputToken: stringLiteral(pagination.outputToken),
    hasItems: found !== undefined,
    itemsFunction: items,
    itemType: found ? typeText(found.element, naming, 'open') : '',
    itemsPath: found ? stringLiteral(naming.key(found.member)) : '',
  };
}

/** What the functions for pages and items need of other modules. */
export function paginationImports(operation: Operation, naming: Naming): readonly ImportedName[] {
  if (!operation.pagination) return [];
  const found = itemsOf(operation);
  const runtime = found ? ['paginate', 'itemsOf'] : ['paginate'];
  return [
    ...runtime.map((name) => ({ from: './runtime/client/paginate.js', name })),
    ...(found ? namesInTypes([found.member], naming) : []),
  ];
}
