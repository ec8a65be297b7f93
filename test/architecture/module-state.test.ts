import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { roomOf, sourceModules } from './modules.js';

/** Rooms whose modules remember nothing: two runs in one process share no value that the first one has filled. */
const rooms = ['model', 'patterns', 'link'];

/** Functions whose results remember what they were asked. */
const remembering = ['memoise', 'once'];

/** The declarations at the top of a module that could change while it runs. */
function stateOf(text: string): readonly string[] {
  const { statements } = ts.createSourceFile('module.ts', text, ts.ScriptTarget.Latest);
  return statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) => {
    const isConst = (declarationList.flags & ts.NodeFlags.Const) !== 0;
    return declarationList.declarations
      .filter(({ initializer }) => !isConst || (initializer !== undefined && canGrow(initializer)))
      .map(({ name }) => (ts.isIdentifier(name) ? name.text : 'a pattern of names'));
  });
}

/** An empty collection is there to be filled. */
function canGrow(value: ts.Expression): boolean {
  if (ts.isNewExpression(value))
    return ts.isIdentifier(value.expression) && /(?:Map|Set)$/u.test(value.expression.text) && isEmpty(value);
  return ts.isCallExpression(value) && ts.isIdentifier(value.expression)
    ? remembering.includes(value.expression.text)
    : false;
}

const isEmpty = ({ arguments: given }: ts.NewExpression): boolean => !given || given.length === 0;

describe('modules without memory', () => {
  it('sees what it judges', () => {
    expect(stateOf('let last: string; const known = new Map<string, string>();')).toEqual(['last', 'known']);
    expect(stateOf('const short = memoise(shorten);')).toEqual(['short']);
    expect(stateOf("const data = new Map([['a', 1]]); function f() { const own = new Map(); }")).toEqual([]);
  });

  it.each(rooms)('%s/', (room) => {
    const found = sourceModules()
      .filter(({ path }) => roomOf(path) === room)
      .flatMap(({ path, text }) => stateOf(text).map((name) => `${path}: ${name}`));
    expect(found).toEqual([]);
  });
});
