import { defineAuth } from '../../define.js';

/** An auth scheme: copy the folder and `runtime/auth`, and say which options a description has. */
export const token = defineAuth({
  id: 'template-token',
  summary: 'a token in a header of any name',
  check: ({ header, ...others }) => {
    if (typeof header !== 'string' || header === '') return '`header` is missing';
    const [unknown] = Object.keys(others);
    return unknown === undefined ? undefined : `\`${unknown}\` is no option of the scheme; expected header`;
  },
  runtime: {
    authorizer: { module: 'template/auth/token', name: 'token' },
    credentials: { module: 'template/auth/token', name: 'Token' },
  },
  sample: "'...'",
  openapi: ({ options: { header = '' } }) => ({ type: 'apiKey', in: 'header', name: header }),
});
