import { define } from './define.js';

/** What hand-written references say in two ways, or so that it had to be made out. */
export const references = {
  'row-moved': define<{ member: string }>({
    severity: 'note',
    title: 'Row with other columns than its table',
    message: ({ member }) =>
      `The row of "${member}" has not as many cells as its table has columns; they were read below the heads that fit them.`,
    cause: 'A cell is missing, or a pipe inside of a cell parts it in two.',
    fix: 'Give the row its cell, or write the pipe as `\\|`.',
    wording: () => 'Give the row as many cells as the table has columns; write a pipe in a cell as `\\|`.',
  }),
  'column-unknown': define<{ head: string; title: string }>({
    severity: 'note',
    title: 'Names below a head that says nothing known',
    message: ({ head, title }) =>
      `The members in "${title}" stand below "${head}", which is no word for names that is known; they were read by what stands there.`,
    cause: 'The guide has a word of its own for the column.',
    fix: 'Say what the column holds with `reading: { columns: { "<head>": "name" } }` in the configuration, or "other" where these are no members.',
  }),
  'heading-unknown': define<{ title: string }>({
    severity: 'note',
    title: 'Heading that does not say what stands below it',
    message: ({ title }) =>
      `"${title}" says neither request nor response; what stands below it was read by its own form and by the method.`,
    cause: 'The guide has words of its own for parameters, bodies or responses.',
    fix: 'Say what the words mean with `reading: { places: { "<heading>": "query" } }` in the configuration, where it was read wrongly.',
  }),
  'required-contradicted': define<{ column: string; words: string }>({
    severity: 'note',
    title: 'Required and optional at once',
    message: ({ column, words }) =>
      `The column says that the member is ${column}, the description that it is ${words}; the column was believed.`,
    cause: 'One of the two is out of date, or the description speaks of a special case.',
    fix: 'Find out which is right, and correct the page or set it with an override.',
    wording: ({ column }) => `Say in the description, too, that it is ${column}, or correct the column.`,
  }),
  'link-broken': define<{ url: string; words: string }>({
    severity: 'warning',
    title: 'Type with a link that leads nowhere',
    message: ({ url, words }) =>
      `The type "${words}" links to "${url}", where the pages describe no object and no values.`,
    cause: 'The page was left out or renamed, or the anchor is wrong.',
    fix: 'Add the page to the `pages` of the service, or correct the link.',
    wording: ({ url }) => `Correct the link "${url}".`,
  }),
  'label-from-sample': define<{ label: string; sample: string; path: string }>({
    severity: 'note',
    title: 'Sample value in a path',
    message: ({ label, sample, path }) =>
      `${path} shows "${sample}" where a value stands; it was taken as the label "${label}".`,
    cause: 'The guide shows paths as in a call, with an id of its own.',
    fix: 'Nothing, or write the path with a label.',
    wording: ({ label, sample }) => `Write {${label}} in place of ${sample}.`,
  }),
  'method-differs': define<{ stated: string; shown: string; path: string }>({
    severity: 'warning',
    title: 'Example with another method',
    message: ({ stated, shown, path }) =>
      `The example calls ${shown} ${path}, while the request line says ${stated}; the latter was used.`,
    cause: 'One of the two is wrong, or the example belongs to another operation.',
    fix: 'Find out which is right, and correct the page.',
    wording: ({ stated }) => `Make the example say ${stated}, or correct the request line.`,
  }),
  'example-type-differs': define<{ member: string; type: string; shown: string }>({
    severity: 'note',
    title: 'Example with a value of another type',
    message: ({ member, type, shown }) =>
      `"${member}" is stated as ${type}, but an example shows ${shown}; the stated type was used.`,
    cause: 'The example is made up, or the type is wrong.',
    fix: 'Find out what the service sends; where the example is right, set the type with an override.',
    wording: ({ type }) => `Show a value of type ${type}, or correct the type.`,
  }),
} as const;
