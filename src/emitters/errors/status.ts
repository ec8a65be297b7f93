import type { ErrorShape } from '../../model/model.js';

/** The HTTP status of an error: 400 where no page states one, as the error's sender is told to mend the request. */
export const errorStatus = (error: ErrorShape): number => error.status?.value ?? 400;
