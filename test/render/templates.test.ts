import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';
import { renderTemplate } from '../../src/render/templates.js';

const folder = new URL('../../templates/', import.meta.url).pathname;
const templates = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.hbs'),
);

/** What a template holds beside `{{x}}`, `{{#each xs}}`, `{{#if x}}` and partials. */
class Forbidden extends Handlebars.Visitor {
  readonly found: string[] = [];

  override MustacheStatement(node: hbs.AST.MustacheStatement): void {
    if (!isName(node.path) || node.params.length > 0 || node.hash?.pairs.length) this.found.push('a helper');
    if (!node.escaped) this.found.push('triple braces');
    super.MustacheStatement(node);
  }

  override BlockStatement(node: hbs.AST.BlockStatement): void {
    const name = node.path.type === 'PathExpression' ? node.path.original : '';
    if (name !== 'each' && name !== 'if') this.found.push(`{{#${name}}}`);
    if (node.params.length !== 1 || !node.params.every(isName)) this.found.push(`a computed {{#${name}}}`);
    super.BlockStatement(node);
  }

  override SubExpression(): void {
    this.found.push('a sub-expression');
  }

  override PartialStatement(node: hbs.AST.PartialStatement): void {
    if (node.params.length > 0 || node.hash?.pairs.length) this.found.push('a partial with parameters');
  }
}

const isName = (node: hbs.AST.Node): boolean =>
  node.type === 'PathExpression' && /^(?:this|[a-z]\w*)$/i.test((node as hbs.AST.PathExpression).original);

describe.each(templates)('%s', (file) => {
  it('holds only names, each, if and partials', () => {
    const forbidden = new Forbidden();
    forbidden.accept(Handlebars.parse(readFileSync(join(folder, file), 'utf8')));
    expect(forbidden.found).toEqual([]);
  });
});

describe('renderTemplate', () => {
  it('throws where the view lacks a name', () => {
    expect(() => renderTemplate('index', { modules: [] })).toThrow(/header/);
  });

  it('prints text as it is', () => {
    expect(renderTemplate('index', { header: '{{x}} <&> `${y}`', modules: [] })).toContain(
      '{{x}} <&> `${y}`',
    );
  });
});
