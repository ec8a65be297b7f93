/** Where servers give the id of a request. */
export const requestIdHeader = 'x-request-id';

export const contentType = 'application/json';
