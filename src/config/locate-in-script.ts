import { Node, Project, SyntaxKind, type Expression, type SourceFile } from 'ts-morph';
import { rangeAt, startOf } from '../diagnostics/position.js';
import type { SourceRange } from '../diagnostics/position.js';
import type { Path } from './source.js';

/**
 * Tells where a value of the default export is spelled out, looking through `defineConfig(...)`, `satisfies`, `as` and
 * constants of the same file; the nearest value around it where it is computed.
 */
export function locatorOf(file: string, text: string): (path: Path, of: 'key' | 'value') => SourceRange {
  const project = new Project({ useInMemoryFileSystem: true, compilerOptions: { allowJs: true } });
  const root = defaultExport(project.createSourceFile('config.ts', text));
  return (path, of) => {
    if (!root) return startOf(file);
    const node = descend(root, path, of);
    return rangeAt(file, text, node.getStart(), node.getEnd() - node.getStart());
  };
}

function defaultExport(source: SourceFile): Expression | undefined {
  const assignment = source.getExportAssignment((one) => !one.isExportEquals());
  return assignment && literal(assignment.getExpression());
}

function descend(node: Expression, path: Path, of: 'key' | 'value'): Node {
  const [step, ...rest] = path;
  if (step === undefined) return node;
  const name = property(node, step);
  const value = name ? name.getInitializer() : element(node, step);
  if (!value) return name ?? node;
  return name && of === 'key' && rest.length === 0 ? name.getNameNode() : descend(literal(value), rest, of);
}

function property(node: Expression, step: string | number) {
  if (!Node.isObjectLiteralExpression(node)) return undefined;
  return node
    .getProperties()
    .filter(Node.isPropertyAssignment)
    .find((one) => nameOf(one.getNameNode()) === String(step));
}

const nameOf = (name: Node): string =>
  Node.isStringLiteral(name) || Node.isNoSubstitutionTemplateLiteral(name)
    ? name.getLiteralText()
    : name.getText();

const element = (node: Expression, step: string | number): Expression | undefined =>
  Node.isArrayLiteralExpression(node) ? node.getElements()[Number(step)] : undefined;

/** The literal that an expression comes to, as far as the file shows it. */
function literal(node: Expression): Expression {
  if (Node.isSatisfiesExpression(node) || Node.isAsExpression(node) || Node.isParenthesizedExpression(node)) {
    return literal(node.getExpression());
  }
  if (Node.isCallExpression(node)) {
    const [argument] = node.getArguments();
    const given = argument && Node.isExpression(argument) ? literal(argument) : node;
    return Node.isObjectLiteralExpression(given) ? given : node;
  }
  return Node.isIdentifier(node) ? (constant(node) ?? node) : node;
}

function constant(name: Node): Expression | undefined {
  const declarations = name.getSourceFile().getVariableDeclarations();
  const initializer = declarations.find((one) => one.getName() === name.getText())?.getInitializer();
  return initializer?.getKind() === SyntaxKind.Identifier ? undefined : initializer && literal(initializer);
}
