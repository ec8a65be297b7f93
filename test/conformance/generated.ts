import type { Method, GeneratedSdk, LoadedSdk } from '../wire/sdk.js';
import { bytesOf, queryOf, type Respond } from './messages.js';
import { credentials, region, type OfficialError } from './official.js';

/** The generated client, in the terms in which the official one is asked. */
export interface GeneratedClient {
  capture(operation: string, input: object, respond: Respond): Promise<unknown>;
  error(thrown: unknown): Required<OfficialError>;
}

export function openGenerated({ naming }: GeneratedSdk, sdk: LoadedSdk): GeneratedClient {
  let answer: Respond | undefined;
  const fetch = (url: string, init: RequestInit): Promise<Response> => {
    const { host } = new URL(url);
    // The text of the URL, before `Request` has normalised it.
    const [path = '', query = ''] = url.slice(url.indexOf(host) + host.length).split('?');
    const canned = answer?.({
      method: init.method ?? 'GET',
      host,
      path,
      query: queryOf(query),
      headers: Object.fromEntries(new Headers(init.headers)),
      body: bytesOf(init.body),
    });
    return Promise.resolve(new Response(canned?.status === 204 ? null : canned?.body.slice(), canned));
  };
  const options = { region, credentials, fetch, retry: { maxAttempts: 1 } };
  const client: { readonly [method: string]: Method } = sdk.createClient(options);
  return {
    capture(operation, input, respond) {
      answer = respond;
      const method = client[naming.operation(operation).method];
      if (!method) throw new Error(`The generated client has no ${operation}.`);
      return method(input);
    },
    error(thrown) {
      const { name, message, status, members } = Object(thrown) as { [key: string]: unknown };
      return {
        name: String(name),
        message: String(message),
        status: typeof status === 'number' ? status : undefined,
        members: withoutMessage(members),
      };
    },
  };
}

const withoutMessage = (members: unknown): object =>
  Object.fromEntries(Object.entries(Object(members)).filter(([name]) => !/^message$/i.test(name)));
