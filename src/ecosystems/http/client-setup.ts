import type { Operation, Server } from '../../model/model.js';
import type { ClientOption, ClientSetup, OptionType } from '../client-setup.js';
import type { ClientSample } from '../ecosystem.js';
import type { BoundService } from '../ecosystem.js';
import type { BoundAuth } from '../protocol.js';

type BoundServer = BoundService['access']['servers'][number];

/** What clients of one HTTP API are given: where it is, and what its pages say of who calls. */
export function httpClientSetup(bound: BoundService): ClientSetup {
  const { servers, auth } = bound.access;
  return {
    options: [baseUrlOption(servers), ...variablesOption(servers), ...authOption(bound)],
    settings: [
      { name: 'servers', value: servers.filter(isAbsolute).map(serverSetting) },
      {
        name: 'auth',
        calls: Object.fromEntries(
          auth.map(({ description, scheme }) => [
            description.name,
            { function: scheme.runtime.authorizer, argument: description.options },
          ]),
        ),
      },
    ],
  };
}

/** A path alone says nothing of the host. */
const isAbsolute = ({ url }: BoundServer): boolean => /^(?:https?:\/\/|\{)/i.test(url);

function serverSetting({ url, variables = {} }: BoundServer): {
  url: string;
  variables?: { [name: string]: string };
} {
  const defaults = Object.entries(variables).flatMap(([name, { default: value }]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return { url, ...(defaults.length > 0 && { variables: Object.fromEntries(defaults) }) };
}

function baseUrlOption(servers: readonly BoundServer[]): ClientOption {
  const [usual, ...others] = servers.filter(isAbsolute);
  const also = others.map(({ url, description }) => `\`${url}\`${description ? ` (${description})` : ''}`);
  const description = usual
    ? `Where requests go; \`${usual.url}\` unless said otherwise.${also.length > 0 ? ` Others: ${also.join(', ')}.` : ''}`
    : 'Where requests go: no page says it.';
  return { name: 'baseUrl', description, required: !usual, type: { kind: 'url' } };
}

/** The variables of the usual base URL. */
function variablesOption(servers: readonly BoundServer[]): readonly ClientOption[] {
  const [usual] = servers.filter(isAbsolute);
  const names = [...(usual?.url.matchAll(/\{([^{}]+)\}/g) ?? [])].map(([, name = '']) => name);
  if (!usual || names.length === 0) return [];
  const options = [...new Set(names)].map((name) => variableOption(name, usual.variables));
  const required = options.some((option) => option.required);
  const description = 'The values of the variables in the base URL.';
  return [{ name: 'variables', description, required, type: { kind: 'object', options } }];
}

function variableOption(name: string, variables: Server['variables']): ClientOption {
  const { default: usual, values, description = '' } = variables?.[name] ?? {};
  const otherwise = usual === undefined ? '' : `\`${usual}\` unless said otherwise.`;
  return {
    name,
    description: [description, otherwise].filter((text) => text !== '').join('\n\n'),
    required: usual === undefined,
    type: { kind: 'text', ...(values && { values }) },
  };
}

const authorizer: OptionType = {
  kind: 'runtime',
  type: { module: 'http/auth/authorizer', name: 'Authorizer' },
};
const nobody: OptionType = { kind: 'text', values: ['none'] };

const needsAuth = ({ auth }: Operation): boolean => auth?.value.length !== 0;

/** Nothing where no operation asks who calls; a way of the caller's own where no page says how it is shown. */
function authOption({ service, access: { auth } }: BoundService): readonly ClientOption[] {
  if (!service.operations.some(needsAuth)) return [];
  const known = auth.length > 0;
  const own = 'An `Authorizer` shows it in a way of its own; `none` sends requests as they are.';
  return [
    {
      name: 'auth',
      description: known ? `Who calls. ${own}` : `Who calls: no page says how callers show it. ${own}`,
      required: true,
      type: { kind: 'oneOf', types: [...waysOf(auth), authorizer, nobody] },
    },
  ];
}

/** Credentials for one scheme at least, and for others as well where some operations take only those. */
const waysOf = (auth: readonly BoundAuth[]): readonly OptionType[] =>
  auth.map((chosen) => ({
    kind: 'object',
    options: auth.map(({ description, scheme }) => ({
      name: description.name,
      description:
        description.description ?? `${scheme.summary.charAt(0).toUpperCase()}${scheme.summary.slice(1)}.`,
      required: description === chosen.description,
      type: { kind: 'runtime', type: scheme.runtime.credentials },
    })),
  }));

/** The options that a client cannot do without, as examples give them. */
export function httpClientSample(bound: BoundService): ClientSample {
  const given = httpClientSetup(bound)
    .options.filter(({ required }) => required)
    .map(({ name, type }) => ({ name, expression: sampleOf(name, type, bound), needed: true }));
  return { given, others: ['baseUrl', 'headers'] };
}

function sampleOf(name: string, type: OptionType, { access: { auth } }: BoundService): string {
  const [first] = auth;
  if (name === 'auth')
    return first ? `{ ${keyText(first.description.name)}: ${first.scheme.sample} }` : "'none'";
  if (type.kind === 'url') return "'https://api.example.com'";
  if (type.kind !== 'object') return "'...'";
  const needed = type.options.filter(({ required }) => required);
  return `{ ${needed.map((option) => `${keyText(option.name)}: '...'`).join(', ')} }`;
}

const keyText = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));
