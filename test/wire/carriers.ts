import type { MessageBinding, PartBinding, RequestBinding } from '../../src/ecosystems/protocol.js';
import type { CollectionStyle, Location, Member } from '../../src/model/model.js';
import type { Type } from '../../src/model/types.js';
import type { Place } from './strings.js';

/** What can travel at a place and arrive as it was. */
export interface Carrier {
  /** What strings may hold. */
  readonly strings: Place;
  /** What names of entries may hold. */
  readonly keys: Place;
  /** Only JSON tells null from nothing, and a number from its digits. */
  readonly isJson: boolean;
  /** What timestamps are whole multiples of, in milliseconds. */
  readonly step: 1 | 1000;
  /** The fewest elements, entries or bytes that can be told from none. */
  readonly least: 0 | 1;
  /** Whether a file can stand here. */
  readonly takesFiles?: true;
  /** Whether something has to stand here, whatever pages say. */
  readonly needed?: true;
  /** The values that do not change what HTTP makes of the message. */
  readonly values?: readonly (string | number)[];
  /** How what a list or an object holds travels. */
  within(inner: Type, outer: 'list' | 'object'): Carrier;
}

export const json: Carrier = {
  strings: 'text',
  keys: 'text',
  isJson: true,
  step: 1,
  least: 0,
  within: () => json,
};

/** A body without bytes cannot be told from none. */
const whole: Carrier = { ...json, least: 1, takesFiles: true };

/** What strings of one kind can carry, on every level. */
function texts(strings: Place, step: Carrier['step'], least: Carrier['least']): Carrier {
  const carrier: Carrier = {
    strings,
    keys: strings,
    isJson: false,
    step,
    least,
    within: () => ({ ...carrier, least: 0 }),
  };
  return carrier;
}

/** Where members travel of protocols that have one way for each place. */
const byLocation: Readonly<Record<Location, Carrier>> = {
  label: { ...texts('label', 1000, 0), needed: true },
  query: texts('text', 1000, 1),
  header: texts('header', 1000, 1),
  prefixHeaders: texts('header', 1000, 0),
  cookie: texts('text', 1000, 1),
  body: json,
  payload: whole,
  status: { ...json, values: [200, 202] },
};

export const carrierAt = ({ location }: Member): Carrier => byLocation[location.value];

const isGroup = ({ kind }: Type): boolean =>
  kind === 'list' || kind === 'map' || kind === 'reference' || kind === 'oneOf';

/** The elements of a list in one parameter: none of them may hold what stands between them. */
const items: Carrier = {
  strings: 'item',
  keys: 'item',
  isJson: false,
  step: 1,
  least: 1,
  within: () => items,
};

/** Parameters of a query, a form or cookies. */
function parameters(style?: CollectionStyle): Carrier {
  if (style === 'json') return json;
  const inner = style === 'repeat' ? undefined : style;
  return {
    strings: 'text',
    keys: 'key',
    isJson: false,
    step: 1,
    least: 1,
    within(type, outer) {
      if (style === 'comma' || style === 'space' || style === 'pipe') return items;
      if (outer === 'list' && inner === undefined && isGroup(type)) return json;
      return parameters(outer === 'object' && inner === undefined ? 'deepObject' : inner);
    },
  };
}

/** Parts of a form: groups are JSON. */
const parts: Carrier = {
  strings: 'line',
  keys: 'text',
  isJson: false,
  takesFiles: true,
  step: 1,
  least: 1,
  within: (type, outer) => (outer === 'object' || isGroup(type) ? json : parts),
};

const headers: Carrier = { ...texts('header', 1000, 1), within: () => texts('header', 1000, 1) };

/** Headers that clients or HTTP itself give where callers do not, so that they always arrive. */
const always: Readonly<Record<string, string>> = {
  accept: 'application/json',
  'accept-encoding': 'identity',
  'accept-language': 'en',
  'user-agent': 'a test',
  date: 'Thu, 26 Nov 2026 02:42:02 GMT',
};

function header(name: string, media = 'application/json'): Carrier {
  const wire = name.toLowerCase();
  const value = wire === 'content-type' ? media : Object.hasOwn(always, wire) ? always[wire] : undefined;
  return value === undefined ? headers : { ...headers, needed: true, values: [value] };
}

/** Headers that say how a message is sent, which neither callers nor handlers choose, and ids that runtimes make. */
const ruled =
  /^(?:host|connection|content-length|content-encoding|transfer-encoding|keep-alive|upgrade|te|trailer|expect|cookie|set-cookie|x-request-id)$/i;

export const isRuled = (part: PartBinding): boolean => part.in === 'header' && ruled.test(part.name);

/** A label takes a whole segment of the path, a part of one beside other text, or several. */
function label(name: string, path: string): Carrier {
  const segment = path.split('/').find((one) => one.includes(`{${name}`)) ?? '';
  const isGreedy = segment === `{${name}+}`;
  const isWhole = segment === `{${name}}` || segment === `{${name}?}`;
  const strings = isGreedy ? 'greedy' : isWhole ? 'label' : 'word';
  const isOptional = segment === `{${name}?}`;
  return { ...texts(strings, 1, 1), within: () => items, ...(!isOptional && { needed: true }) };
}

/** A file always arrives: one without bytes and no body at all are one and the same. */
function payload(type: Type, media?: string): Carrier {
  if (type.kind === 'file') return { ...whole, needed: true };
  return isText(type, media) ? { ...whole, strings: 'some' } : whole;
}

/** How a part of a message travels in plain HTTP. */
export function carrierOf(part: PartBinding, message: MessageBinding | RequestBinding): Carrier {
  switch (part.in) {
    case 'path':
      return label(part.name, 'path' in message ? message.path : '');
    case 'query':
    case 'form':
    case 'cookie':
      return parameters(part.style);
    case 'multipart':
      return part.style === 'json' ? json : parts;
    case 'header':
      return header(part.name, message.media);
    case 'prefixHeaders':
      return headers;
    case 'payload':
      return payload(part.member.type, message.media);
    default:
      return json;
  }
}

const isText = ({ kind }: Type, media = 'application/json'): boolean =>
  kind === 'string' && !media.includes('json');
