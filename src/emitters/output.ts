import type {
  MessageBinding,
  OperationBinding,
  PartBinding,
  PartPlace,
  Protocol,
} from '../ecosystems/protocol.js';

/** What callers get of a response, and handlers give: an object of its members, the whole body itself, or nothing. */
export type OutputForm =
  | { readonly kind: 'object' }
  | { readonly kind: 'payload'; readonly part: PartBinding }
  | { readonly kind: 'nothing' };

/** One response of success with the form in which callers get it. */
export interface OutputResponse {
  readonly status: number;
  /** The beginning of the ids of its facts: `CreateUser.output`, `CreateUser.responses.202`. */
  readonly fact: string;
  readonly message: MessageBinding;
  readonly form: OutputForm;
}

type ReturnsPayload = Pick<Protocol, 'returnsPayload'>;

/**
 * The responses of success as callers get them, the usual one first. Where there are several, the output of the
 * operation is any of them: its type is their union.
 */
export const outputsOf = (
  { operation: { name }, responses }: OperationBinding,
  protocol: ReturnsPayload,
): readonly OutputResponse[] =>
  [...responses].map(([status, message], at) => ({
    status,
    fact: at === 0 ? `${name}.output` : `${name}.responses.${String(status)}`,
    message,
    form: formOf(message, protocol),
  }));

/**
 * The member that is the output itself: the body, where the protocol gives bodies as they are and the usual response
 * has no other member. Of other outputs it is undefined.
 */
export function payloadOf(binding: OperationBinding, protocol: ReturnsPayload): PartBinding | undefined {
  const form = outputsOf(binding, protocol)[0]?.form;
  return form?.kind === 'payload' ? form.part : undefined;
}

/** A header beside the body makes it an object of both, for otherwise the header would be lost. */
function formOf({ parts }: MessageBinding, { returnsPayload }: ReturnsPayload): OutputForm {
  if (!returnsPayload) return { kind: 'object' };
  const [part, ...others] = parts;
  if (!part) return { kind: 'nothing' };
  return part.in === payload && others.length === 0 ? { kind: 'payload', part } : { kind: 'object' };
}

const payload: PartPlace = 'payload';
