import { describe, expect, it } from 'vitest';
import { TemplateFault } from '../../src/render/template-fault.js';
import { renderTemplate, withTemplates, type UserTemplate } from '../../src/render/templates.js';

const user = (name: string, text: string): UserTemplate => ({ name, text, file: `mine/${name}.hbs` });
const view = { header: '// head', modules: ['types'] };

/** The problem and the place that rendering `index` with these templates comes to. */
function faultOf(...users: readonly UserTemplate[]): string {
  try {
    return withTemplates(users, () => renderTemplate('index', view));
  } catch (error) {
    if (!(error instanceof TemplateFault)) throw error;
    const { problem, place } = error;
    return `${place?.file}:${place?.line}:${place?.column} ${problem}`;
  }
}

describe("a user's template", () => {
  it('stands in the place of ours, only for the work that it is given to', async () => {
    const ours = renderTemplate('index', view);
    const mine = [user('index', '{{header}}{{#each modules}}<{{this}}>{{/each}}')];
    const later = withTemplates(mine, async () => {
      await Promise.resolve();
      return renderTemplate('index', view);
    });
    expect(renderTemplate('index', view)).toBe(ours);
    expect(await later).toBe('// head<types>');
  });

  it('may be a partial of ours', () => {
    expect(faultOf(user('partials/header', '/* {{header}} */\n'))).toMatch(/^\/\* \/\/ head \*\/\n/u);
  });

  it.each([
    ['a name that is not there', 'a\n  {{nothing}}', '2:5 there is no value "nothing" here'],
    ['a helper that is not there', 'a\n {{shout header}}', '2:2 there is no helper "shout"'],
    ['a block without an end', '{{#each modules}}\n{{this}}\n', '2:9 it does not parse'],
    ['a block that is all there is', '{{#each modules}}', '1:18 it does not parse'],
    ['a brace too few', 'one\ntwo {{header}', '2:13 it does not parse'],
    ['a block with another end', '{{#if header}}{{/each}}', "1:4 if doesn't match each"],
    ['a partial that is not there', '{{> nothing}}', '1:1 The partial nothing could not be found'],
    [
      'a partial of ours that needs more',
      '{{header}}\n{{> property}}',
      '2:1 The template partials/property: there is no value "key" here',
    ],
  ])('with %s tells where', (_, text, expected) => {
    expect(faultOf(user('index', text))).toBe(`mine/index.hbs:${expected}`);
  });

  it('that is a partial tells where, too', () => {
    expect(faultOf(user('partials/header', '\n{{heading}}'))).toBe(
      'mine/partials/header.hbs:2:3 there is no value "heading" here',
    );
  });
});
