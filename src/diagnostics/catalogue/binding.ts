import { define } from './define.js';

/** What pages state and a message cannot carry. */
export const binding = {
  'file-in-json': define<{ operation: string; member: string }>({
    severity: 'warning',
    title: 'File in a body of JSON',
    message: ({ operation, member }) =>
      `"${member}" of ${operation} is a file, but its body is JSON, which cannot carry one.`,
    cause: 'The page does not say that the body is a form of parts, or the type of the member was misread.',
    fix: 'Correct the page, or set the media types of the operation or the type of the member with an override.',
    wording: ({ operation, member }) =>
      `Say in which media type ${operation} takes "${member}", or what it is if it is no file.`,
  }),
  'request-body-unusual': define<{ operation: string; method: string; members: readonly string[] }>({
    severity: 'warning',
    title: 'Body in a request that has none',
    message: ({ operation, method, members }) =>
      `${operation} is a ${method} with a body of ${members.map((name) => `"${name}"`).join(', ')}: most platforms send none.`,
    cause: 'The parameters belong in the query, the method is wrong, or a response was read as a request.',
    fix: 'Correct the page, or set the location of the members or the method with an override.',
    wording: ({ members, method }) =>
      `Say where ${members.map((name) => `"${name}"`).join(', ')} travel in a ${method}.`,
  }),
  'response-body-left-out': define<{ operation: string; reason: string; members: readonly string[] }>({
    severity: 'warning',
    title: 'Body in a response that has none',
    message: ({ operation, reason, members }) =>
      `The response of ${operation} has no body, as ${reason}: ${members.map((name) => `"${name}"`).join(', ')} of it are left out.`,
    cause: 'The status is that of another response, or one description stands for several methods.',
    fix: 'Correct the page, or set the status with an override.',
  }),
  'request-line-unused': define<{ operation: string }>({
    severity: 'warning',
    title: 'Request line where the body says what is called',
    message: ({ operation }) =>
      `${operation} has a method and a path of its own, but calls of this service all go to one URL: they are not used.`,
    cause:
      'The guide describes both, or the configuration sets the protocol of a guide that has no such calls.',
    fix: 'Set `protocol: "http"` in the configuration, or leave the page out.',
  }),
  'operations-collide': define<{ operation: string; other: string; request: string }>({
    severity: 'warning',
    title: 'Two operations of one method and path',
    message: ({ operation, other, request }) =>
      `${operation} has the request of ${other}, ${request}: a server cannot tell them apart and calls ${other}.`,
    cause: 'Pages describe one request twice under different names, or state one of the paths wrongly.',
    fix: 'Correct the page, or set method or URI of one of them with an override.',
    wording: ({ operation, other }) => `Give ${operation} and ${other} paths of their own, or make them one.`,
  }),
} as const;
