import type { CallOptions, ResponseMetadata } from './options.js';

/** What an operation gives, with the response that held it. */
export interface WithResponse<Output> {
  readonly data: Output;
  readonly response: ResponseMetadata;
}

/**
 * Calls an operation and gives its response beside its output: `withResponse((options) => client.getUser(input, options))`.
 * Rejects as the call does; an error keeps its response itself.
 * @param options of the call, handed on.
 */
export async function withResponse<Output>(
  call: (options: CallOptions) => Promise<Output>,
  options: CallOptions = {},
): Promise<WithResponse<Output>> {
  let response: ResponseMetadata | undefined;
  const data = await call({
    ...options,
    onResponse(metadata) {
      response = metadata;
      options.onResponse?.(metadata);
    },
  });
  if (!response) throw new TypeError('The call was not made with the options that it was given.');
  return { data, response };
}
