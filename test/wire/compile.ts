import { relative } from 'node:path';
import ts from 'typescript';

/** The flags that a generated package holds. */
export const flags = [
  'strict',
  'exactOptionalPropertyTypes',
  'noUncheckedIndexedAccess',
  'noUnusedLocals',
  'noUnusedParameters',
  'isolatedModules',
  'verbatimModuleSyntax',
] as const;

export interface Compilation {
  /** The flags of {@link flags} that the package's own tsconfig.json turns on. */
  readonly flags: readonly string[];
  /** What TypeScript finds wrong, a line each. */
  readonly errors: readonly string[];
  /** Where the generated files say `any`, or declare something whose type it is. */
  readonly anys: readonly string[];
}

/** Type-checks a package with its own tsconfig.json. */
export function compileSdk(folder: string): Compilation {
  const config = ts.getParsedCommandLineOfConfigFile(`${folder}/tsconfig.json`, { noEmit: true }, parseHost);
  if (!config) throw new Error('tsconfig.json cannot be read.');
  const program = ts.createProgram({ rootNames: config.fileNames, options: config.options });
  const own = program.getSourceFiles().filter(({ fileName }) => config.fileNames.includes(fileName));
  return {
    flags: flags.filter((flag) => config.options[flag] === true),
    errors: ts.getPreEmitDiagnostics(program).map((diagnostic) => tell(diagnostic, folder)),
    anys: own.flatMap((file) => anysIn(file, program.getTypeChecker(), folder)),
  };
}

const parseHost: ts.ParseConfigFileHost = {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
    throw new Error(ts.flattenDiagnosticMessageText(messageText, ' '));
  },
};

function tell({ file, start = 0, messageText }: ts.Diagnostic, folder: string): string {
  const place = file ? `${placeIn(file, start, folder)} ` : '';
  return place + ts.flattenDiagnosticMessageText(messageText, ' ');
}

function placeIn(file: ts.SourceFile, position: number, folder: string): string {
  const { line } = file.getLineAndCharacterOfPosition(position);
  return `${relative(folder, file.fileName)}:${line + 1}`;
}

/** The keyword, and whatever is declared with the type `any` for another reason. */
function anysIn(file: ts.SourceFile, checker: ts.TypeChecker, folder: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const isAny =
      node.kind === ts.SyntaxKind.AnyKeyword ||
      (isDeclaration(node) && (checker.getTypeAtLocation(node).flags & ts.TypeFlags.Any) !== 0);
    if (isAny) found.push(`${placeIn(file, node.getStart(file), folder)} ${node.getText(file)}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

const isDeclaration = (node: ts.Node): boolean =>
  (ts.isVariableDeclaration(node) ||
    ts.isBindingElement(node) ||
    ts.isPropertySignature(node) ||
    ts.isPropertyDeclaration(node) ||
    ts.isParameter(node)) &&
  ts.isIdentifier(node.name);
