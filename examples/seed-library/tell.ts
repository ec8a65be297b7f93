import {
  ConflictError,
  ForbiddenError,
  NotFoundError,
  ServiceError,
  UnprocessableContentError,
} from '../../generated/thistledown/index.js';

/** Says what went wrong, by the class of the error; throws what is no documented one. */
export function tell(error: unknown): void {
  console.log(wordsFor(error));
}

function wordsFor(error: unknown): string {
  if (error instanceof NotFoundError) return `Not found: ${error.message}`;
  if (error instanceof ConflictError) return `Conflict, ${error.members.code}`;
  if (error instanceof ForbiddenError) return `Forbidden: ${error.message}`;
  if (error instanceof UnprocessableContentError) {
    const details = error.members.details?.map(({ field, problem }) => `${field} ${problem}`);
    return `Unprocessable, ${error.members.code}: ${details?.join(', ') ?? error.message}`;
  }
  // No operation names this one, so that it has no class.
  if (error instanceof ServiceError && error.status === 401) return 'Nobody we know';
  throw error;
}
