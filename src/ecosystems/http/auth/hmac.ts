import type { AuthScheme } from '../../auth.js';
import {
  optionalProblem,
  type Options,
  optionsBelow,
  textOption,
  textProblem,
  unknownProblem,
} from './option-checks.js';

const pieces = ['method', 'path', 'query', 'search', 'body', 'timestamp', 'key'];

const names = [
  'algorithm',
  'over',
  'separator',
  'encoding',
  'secretEncoding',
  'signature',
  'key',
  'timestamp',
];

/** A keyed hash of parts of the request, as exchanges want it; names, order and encoding are data. */
export const hmac: AuthScheme = {
  id: 'hmac',
  summary: 'requests signed with a keyed hash of their query, body or other parts',
  check: (options) =>
    unknownProblem(options, names) ??
    overProblem(options) ??
    optionalProblem(options, 'algorithm', ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512']) ??
    optionalProblem(options, 'encoding', ['hex', 'base64']) ??
    optionalProblem(options, 'secretEncoding', ['text', 'hex', 'base64']) ??
    (options.signature === undefined ? '`signature` is missing' : placeProblem(options, 'signature')) ??
    placeProblem(options, 'key') ??
    placeProblem(options, 'timestamp'),
  runtime: {
    authorizer: { module: 'http/auth/hmac', name: 'hmac' },
    credentials: { module: 'http/auth/hmac', name: 'HmacKey' },
  },
  sample: "{ key: '...', secret: '...' }",
  openapi({ options }) {
    const { in: place = 'header', name = '' } =
      optionsBelow(options, 'key') ?? optionsBelow(options, 'signature') ?? {};
    const algorithm = textOption(options, 'algorithm') ?? 'SHA-256';
    const over = textOption(options, 'over') ?? '';
    return {
      type: 'apiKey',
      in: place,
      name,
      description: `Requests are signed with HMAC ${algorithm} over ${over.replaceAll('+', ', ')}.`,
    };
  },
};

function overProblem(options: Options): string | undefined {
  const problem = textProblem(options, 'over');
  const foreign = problem
    ? undefined
    : textOption(options, 'over')
        ?.split('+')
        .find((one) => !pieces.includes(one));
  return (
    problem ??
    (foreign === undefined ? undefined : `\`over\` names "${foreign}", not one of ${pieces.join(', ')}`)
  );
}

function placeProblem(options: Options, name: string): string | undefined {
  if (options[name] === undefined) return undefined;
  const place = optionsBelow(options, name);
  if (!place) return `\`${name}\` is not like { in: "header", name: "X-Name" }`;
  const problem =
    unknownProblem(place, [
      'in',
      'name',
      ...(name === 'timestamp' ? ['unit'] : []),
      ...(name === 'signature' ? ['prefix'] : []),
    ]) ??
    textProblem(place, 'in', ['header', 'query']) ??
    textProblem(place, 'name') ??
    optionalProblem(place, 'unit', ['milliseconds', 'seconds', 'iso']);
  return problem && `${problem} in \`${name}\``;
}
