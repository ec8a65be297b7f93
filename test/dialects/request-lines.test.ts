import { describe, expect, it } from 'vitest';
import { link, page } from './read.js';

const requestsOf = (text: string): readonly string[] =>
  link([page(`# Teas\n\n${text}`, 'teas.md')])
    .service.operations.map(({ http }) => `${http?.method.value ?? ''} ${http?.uri.value ?? ''}`)
    .sort();

const stated = '## Get leaves\n\n    GET /teas/:tea/leaves\n\n';

describe('a request line', () => {
  it.each([
    ['For example, a call for the tea `oolong` would return its leaves.\n\n    GET /teas/oolong/leaves'],
    ['For example, to ask for green leaves:\n\n    GET /teas/:tea/leaves/green'],
    ['These calls will not work:\n\n* `GET /teas/:tea/stems`'],
  ])('is none of the guide where it is an example, or is said not to work: %s', (example) => {
    expect(requestsOf(`${stated}${example}\n`)).toEqual(['GET /teas/{tea}/leaves']);
  });

  it('ends before the full stop of its sentence', () => {
    expect(requestsOf(`${stated}The older way:\n\`GET /leaves/:tea\`.\n`)).toEqual([
      'GET /leaves/{tea}',
      'GET /teas/{tea}/leaves',
    ]);
  });

  it('may be a message, where its heading says that it is the request', () => {
    const message = '```\nPUT /teas/:tea/photo\nContent-Type: image/png\n\n<<the photo>>\n```\n';
    expect(requestsOf(`${stated}## Set a photo\n\n### HTTP request\n\n${message}`)).toEqual([
      'GET /teas/{tea}/leaves',
      'PUT /teas/{tea}/photo',
    ]);
    expect(requestsOf(`${stated}## Example\n\n### HTTP request\n\n${message}`)).toEqual([
      'GET /teas/{tea}/leaves',
    ]);
  });
});
