/** Where requests go by default. */
export interface ServerSettings {
  /** With variables in braces. */
  readonly url: string;
  /** The defaults of variables; those of others are for the caller to give. */
  readonly variables?: { readonly [name: string]: string };
}

/** What a caller says about it. */
export interface ServerOptions {
  readonly baseUrl?: string | URL | undefined;
  readonly variables?: { readonly [name: string]: string | undefined } | undefined;
}

/**
 * The URL that the paths of operations are put behind: the caller's, or the first that the service documents. Throws a
 * `TypeError` where there is none, where a variable has no value, and where it is no URL of HTTP.
 */
export function resolveBaseUrl(servers: readonly ServerSettings[], options: ServerOptions): URL {
  const [server] = servers;
  const { baseUrl = server?.url, variables = {} } = options;
  if (baseUrl === undefined)
    throw new TypeError('No page says where requests go: give the client a `baseUrl`.');
  const text = String(baseUrl).replace(/\{([^{}]+)\}/g, (_, name: string) =>
    variableText(name, variables[name] ?? server?.variables?.[name]),
  );
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return url;
  throw new TypeError(`Not a URL to send requests to: "${text}"`);
}

/** It must not end the host or path that it stands in. */
function variableText(name: string, text: string | undefined): string {
  if (text === undefined)
    throw new TypeError(`The base URL needs a value: give the client \`variables.${name}\`.`);
  if (/[?#@\\\s]/.test(text)) throw new TypeError(`variables.${name} cannot stand in a URL: "${text}"`);
  return text;
}
