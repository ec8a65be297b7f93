import { describe, expect, it } from 'vitest';
import { link, page, showMember } from './read.js';

const sample = (detail: string): string =>
  `\`\`\`json\n{ "code": 7, "message": "The kettle is cold", "detail": ${detail} }\n\`\`\``;

const guide = (...details: readonly string[]): string => `# Tea

## Errors

What went wrong stands in the body.

${details.map(sample).join('\n\nAnother one:\n\n')}

## Brew

\`POST /brew\`

Returns 400 where the kettle is cold.
`;

const linked = (...details: readonly string[]) => link([page(guide(...details), 'tea.md')]);

describe('the body of every error', () => {
  it('has the objects that a sample shows as shapes of their own', () => {
    const { service, diagnostics } = linked('{ "kettle": { "degrees": 20 } }');
    expect(service.shapes.map(({ name, members }) => [name, ...members.map(showMember)])).toEqual([
      ['ErrorBodyDetail', 'kettle: ErrorBodyDetailKettle'],
      ['ErrorBodyDetailKettle', 'degrees: integer'],
    ]);
    expect(diagnostics.map(({ code }) => code)).not.toContain('reference-unresolved');
  });

  it('holds a free object where samples share no key of it', () => {
    const { service } = linked('{ "kettle": { "degrees": 20 } }', '{ "pot": "cracked" }');
    expect(service.shapes).toEqual([]);
    expect(service.errors[0]?.members.map(showMember)).toContain('detail: map<string,document>');
  });
});
