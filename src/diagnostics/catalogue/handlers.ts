import { define } from './define.js';

/** What can be wrong with the user's own handlers. */
export const handlers = {
  'handler-missing': define<{ operation: string; method: string; file: string }>({
    severity: 'warning',
    title: 'No handler in its file',
    message: ({ operation, method, file }) =>
      `${file} exports no \`${method}\`; the handler of ${operation} was expected there, and no other file has it.`,
    cause: 'The export was renamed or removed. The file is yours, so that no stub can be written over it.',
    fix: 'Export the handler under that name from any file of the folder, or delete the file to get a new stub.',
  }),
  'handler-twice': define<{ method: string; taken: string }>({
    severity: 'warning',
    title: 'Two handlers of one operation',
    message: ({ method, taken }) => `\`${method}\` is exported here too; the one in ${taken} is used.`,
    cause: 'Two files of the folder of handlers export the same name.',
    fix: 'Rename or remove the export that is not meant.',
  }),
  'handler-orphaned': define<{ name: string; type: string }>({
    severity: 'warning',
    title: 'Handler without an operation',
    message: ({ name, type }) => `\`${name}\` is a \`${type}\`, but the pages have no such operation.`,
    cause: 'The operation is gone from the pages, or it is called otherwise now.',
    fix: 'Remove the handler, or give it the name and type of the operation that took its place.',
  }),
} as const;
