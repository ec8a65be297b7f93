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
  'handler-renamed': define<{ name: string; formerly: string; operation: string; certainty: number }>({
    severity: 'warning',
    title: 'Handler of an operation that has a new name',
    message: ({ name, formerly, operation, certainty }) =>
      `${formerly} is called ${operation} now (${Math.round(certainty * 100)} % sure); \`${name}\` answers it.`,
    cause: 'The pages renamed the operation; method and path, or nearly all members, are the same.',
    fix: 'Nothing has to be done for it to be called; `docwright generate --fix` mends the types that it imports. Where it is another operation, rename the export: then it gets a stub.',
  }),
  'handler-name-gone': define<{ name: string; instead?: string }>({
    severity: 'warning',
    title: 'Handler imports a name that is gone',
    message: ({ name, instead }) =>
      `The package no longer exports \`${name}\`${instead === undefined ? '.' : `; \`${instead}\` takes its place.`}`,
    cause: 'The operation, the shape or the error is gone from the pages, or is called otherwise now.',
    fix: 'Change the file, which is yours; where the message names what takes its place, `docwright generate --fix` does it.',
  }),
  'handler-import-gone': define<{ name: string; instead?: string }>({
    severity: 'warning',
    title: 'Handler imports a module that is gone',
    message: ({ name, instead }) =>
      `There is no module "${name}"${instead === undefined ? '.' : `; "${instead}" has what is imported.`}`,
    cause: 'The generated package or the folder of handlers was moved.',
    fix: 'Correct the path; where the message names another, `docwright generate --fix` does it.',
  }),
  'handler-unfit': define<{ problem: string }>({
    severity: 'warning',
    title: 'Handler no longer fits',
    message: ({ problem }) => `This does not fit the package as it is generated now: ${problem}`,
    cause: 'The pages changed what the operation takes or gives; the file fitted the package that was there.',
    fix: 'Change the handler, which is yours; docwright does not.',
  }),
} as const;
