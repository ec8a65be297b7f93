import { Project, type Node, type Symbol as Declared, type Type } from 'ts-morph';

/** What declarations and models both can say of a member, in the words of JSON. */
export interface Field {
  readonly required: boolean;
  readonly nullable: boolean;
  /** `boolean`, `list`, `number`, `object`, `string`, or several; empty where anything may come. */
  readonly kinds: readonly string[];
}

/** The members of one declared type. */
export interface Declaration {
  readonly name: string;
  readonly fields: ReadonlyMap<string, Field>;
}

/**
 * The exported types of declaration files, by the place of the documentation that the comment above each of them links to:
 * `resources/guild#modify-guild`. Types whose members cannot be told, such as lists, are left out.
 */
export function declaredTypes(files: readonly string[], base: string): ReadonlyMap<string, Declaration[]> {
  const project = new Project({ compilerOptions: { strict: true, skipLibCheck: true } });
  const found = new Map<string, Declaration[]>();
  for (const file of project.addSourceFilesAtPaths([...files])) {
    for (const node of [...file.getInterfaces(), ...file.getTypeAliases()]) {
      const place = node
        .getJsDocs()
        .map((doc) => linkIn(doc.getFullText(), base))
        .find((link) => link !== undefined);
      if (place === undefined || !node.isExported() || node.getTypeParameters().length > 0) continue;
      const fields = fieldsOf(node.getType(), node);
      if (fields) found.set(place, [...(found.get(place) ?? []), { name: node.getName(), fields }]);
    }
  }
  return found;
}

function linkIn(text: string, base: string): string | undefined {
  const at = text.indexOf(base);
  return at < 0 ? undefined : /^[\w/#-]+/.exec(text.slice(at + base.length))?.[0];
}

function fieldsOf(type: Type, node: Node): Map<string, Field> | undefined {
  const variants = type.isUnion() ? type.getUnionTypes() : [type];
  if (variants.length === 0 || !variants.every(isStructure)) return undefined;
  const names = new Set(variants.flatMap((one) => one.getProperties().map((property) => property.getName())));
  if (names.size === 0) return undefined;
  return new Map(
    [...names].map((name) => [
      name,
      fieldOf(
        variants.map((one) => one.getProperty(name)),
        node,
      ),
    ]),
  );
}

const isStructure = (type: Type): boolean =>
  type.isObject() && !type.isArray() && type.getStringIndexType() === undefined;

function fieldOf(properties: readonly (Declared | undefined)[], node: Node): Field {
  const types = properties.flatMap((one) => (one ? [one.getTypeAtLocation(node)] : []));
  const parts = types.flatMap((type) => (type.isUnion() ? type.getUnionTypes() : [type]));
  const isOptional = properties.some((one) => one === undefined || one.isOptional());
  return {
    required: !isOptional && !parts.some((part) => part.isUndefined()),
    nullable: parts.some((part) => part.isNull()),
    kinds: [...new Set(parts.flatMap(kindOf))].sort(),
  };
}

function kindOf(type: Type): readonly string[] {
  if (type.isNull() || type.isUndefined()) return [];
  if (type.isString() || type.isStringLiteral() || type.isTemplateLiteral()) return ['string'];
  if (type.isNumber() || type.isNumberLiteral()) return ['number'];
  if (type.isBoolean() || type.isBooleanLiteral()) return ['boolean'];
  if (type.isEnum()) return type.getUnionTypes().flatMap(kindOf);
  if (type.isArray() || type.isTuple()) return ['list'];
  return type.isObject() || type.isIntersection() ? ['object'] : [];
}
