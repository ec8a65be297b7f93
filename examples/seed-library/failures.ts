import {
  BadRequestError,
  ConflictError,
  ContentTooLargeError,
  ForbiddenError,
  NotFoundError,
  UnprocessableContentError,
  UnsupportedMediaTypeError,
  type ErrorDetail,
  type ErrorShape,
  type ServerOptions,
  type ServiceError,
} from '../../generated/thistledown/index.js';
import { documentedError } from '../../generated/thistledown/runtime/errors.js';

/** Only the table of the errors page has it, and no operation, so that the generated errors do not. */
export const UnauthorizedError = documentedError<'Unauthorized', ErrorShape>('Unauthorized', 401);
export type UnauthorizedError = InstanceType<typeof UnauthorizedError>;

/** The codes of the errors page, each with the class of its status. */
const classes = {
  bad_cursor: BadRequestError,
  invalid_grant: BadRequestError,
  token_missing: UnauthorizedError,
  token_invalid: UnauthorizedError,
  scope_missing: ForbiddenError,
  not_allowed: ForbiddenError,
  not_found: NotFoundError,
  name_taken: ConflictError,
  email_taken: ConflictError,
  packet_unavailable: ConflictError,
  loan_closed: ConflictError,
  key_reused: ConflictError,
  file_too_large: ContentTooLargeError,
  file_type: UnsupportedMediaTypeError,
  validation_failed: UnprocessableContentError,
  limit_reached: UnprocessableContentError,
};

/** The error to throw for one of the documented codes. `withErrorBodies` knows the id of the request. */
export const failure = (
  code: keyof typeof classes,
  message: string,
  details: ErrorDetail[] | null = null,
): ServiceError => new classes[code](message, { code, message, details, request_id: '' });

/** The error for an input whose fields do not keep to their limits. */
export const invalid: NonNullable<ServerOptions['validationError']> = (issues) => {
  const details = issues.map(({ message, path = [] }) => ({
    field: path.map((key) => String(typeof key === 'object' ? key.key : key)).join('.'),
    problem: message.replace(/^.*: Member /s, ''),
  }));
  return failure('validation_failed', 'Some fields do not keep to their limits.', details);
};
