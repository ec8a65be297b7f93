import { expect, it } from 'vitest';
import { collector } from '../../src/diagnostics/report.js';
import { fragmentsOf, servicesOf } from '../dialects/read.js';

const service = (...texts: readonly string[]) => {
  const { report } = collector();
  const pages = texts.map((text, at) => ({ path: `guide/${String(at)}.md`, text }));
  return servicesOf(fragmentsOf(pages, report), report)[0]!;
};

const SHOWN =
  '# Get a pot\n\n```http\nGET /pots/{id}\n```\n\n## Response\n\n```json\n{ "id": 1, "rim": 2, "lid": 3 }\n```\n';
const STATED =
  '# A pot\n\n```http\nGET /pots/{id}\n```\n\n## Response\n\nReturns the [pot](#pot-object).\n\n# Pot object\n\n| Field | Type |\n| --- | --- |\n| id | string |\n';

it('takes what one page states of an answer before what another only shows', () => {
  for (const texts of [
    [SHOWN, STATED],
    [STATED, SHOWN],
  ]) {
    const [operation] = service(...texts).operations;
    expect(operation?.responses.map(({ members }) => members.map(({ type }) => type.kind))).toEqual([
      ['reference'],
    ]);
  }
});

it('does not join bodies of two kinds, which are alternatives', () => {
  const whole =
    '# Add a pot\n\n```http\nPOST /pots\n```\n\n## Request body\n\nThe request body is a [pot](#pot-object).\n\n# Pot object\n\n| Field | Type |\n| --- | --- |\n| id | string |\n';
  const form =
    '# Upload a pot\n\n```http\nPOST /pots\n```\n\n## Form data\n\n| Name | Type |\n| --- | --- |\n| sketch | file |\n';
  const [operation] = service(whole, form).operations;
  expect(operation?.input.map(({ name }) => name)).toHaveLength(1);
});
