import type { Unread } from '../unread.js';
import { define } from './define.js';

/** What a reference page says that was not understood. */
export const reading = {
  'line-unknown': define<{ line: string }>({
    severity: 'note',
    title: 'Line not understood',
    message: ({ line }) => `Unexpected text below the facts of an item: "${line}".`,
    cause:
      'Below the type of a member a page states facts, one a line; this line has none of the known labels.',
    fix: 'If the line states a fact, give it with an override; otherwise nothing is lost but the place of the sentence.',
  }),
  'label-unknown': define<{ label: string }>({
    severity: 'warning',
    title: 'Label not known',
    message: ({ label }) =>
      `The label "${label}:" is none of the known labels, but close to one; its line was not used.`,
    cause: 'The label is misspelled, or new in this reference.',
    fix: 'Correct the page, or state the fact with an override.',
    wording: ({ label }) =>
      `Spell the label "${label}:" as the other pages do, such as "Length Constraints:" or "Valid Values:".`,
  }),
  'line-repeated': define<{ line: string }>({
    severity: 'warning',
    title: 'Fact stated twice in one item',
    message: ({ line }) => `"${line}" states again what this item states above; the first one was used.`,
    cause: 'The head of an item is missing or broken, so that two items have run together.',
    fix: 'Check whether a member between the two lines is missing from the model; mend the page or add it with an override.',
    wording: () => 'Give the second item its head back, or remove the repeated line.',
  }),
  'type-unknown': define<{ phrase: string } & Pick<Unread, 'reading'>>({
    severity: 'warning',
    title: 'Type not understood',
    message: ({ phrase }) =>
      `"${phrase}" is no type that is known; expected one such as "String", "Array of strings" or "Tag object".`,
    cause: 'The page words the type in a new way.',
    fix: 'Set the type with an override; where a guide uses the word often, explain it with `reading` in the configuration.',
    unread: ({ phrase, reading }) => ({ form: `type "${phrase}"`, ...(reading && { reading }) }),
    wording: ({ phrase }) =>
      `Replace "Type: ${phrase}" by one of the forms used elsewhere, such as "Type: String" or "Type: Array of strings".`,
  }),
  'constraint-unknown': define<{ line: string }>({
    severity: 'warning',
    title: 'Constraint not understood',
    message: ({ line }) => `"${line}" was not understood; the constraint is not in the model.`,
    cause: 'The page words the constraint in a new way.',
    fix: 'Set the constraint with an override.',
    wording: () => 'State the bounds as elsewhere, such as "Minimum length of 1. Maximum length of 64.".',
  }),
  'constraint-misplaced': define<{ line: string; type: string }>({
    severity: 'warning',
    title: 'Constraint on a type that it cannot apply to',
    message: ({ line, type }) =>
      `"${line}" cannot apply to a value of type ${type}; the constraint is not in the model.`,
    cause: 'Either the type or the constraint line of this item is wrong.',
    fix: 'Correct the page, or set the right one with an override.',
    wording: ({ line }) => `Remove "${line}", or correct the type of the member.`,
  }),
  'required-unknown': define<{ word: string }>({
    severity: 'warning',
    title: 'Requiredness not understood',
    message: ({ word }) => `Expected "Yes" or "No" after "Required:", found "${word}"; taken as No.`,
    cause: 'The page words it in a new way.',
    fix: 'Set `required` with an override.',
    wording: () => 'Write "Required: Yes" or "Required: No".',
  }),
  'required-conditional': define({
    severity: 'note',
    title: 'Required under a condition',
    message: () => 'The member is required under a condition that only prose states; taken as not required.',
    cause: 'The page says "Required: Conditional".',
    fix: 'Nothing, or make it required with an override where your use always meets the condition.',
    wording: () => 'Write "Required: No" and state the condition in the description.',
  }),
  'status-unknown': define<{ text: string }>({
    severity: 'warning',
    title: 'HTTP status not understood',
    message: ({ text }) =>
      `Expected a status between 100 and 599 after "HTTP Status Code:", found "${text}".`,
    cause: 'The page words it in a new way, or the number is wrong.',
    fix: 'Set the status with an override.',
  }),
  'error-without-status': define<{ error: string }>({
    severity: 'warning',
    title: 'Error without a status',
    message: ({ error }) => `The error ${error} has no line "HTTP Status Code:".`,
    cause: 'The page leaves it out, or the line is broken.',
    fix: 'Set the status with an override; until then the protocol decides (400).',
    wording: () => 'Add the line "HTTP Status Code: 400", with the status that the service answers.',
  }),
  'syntax-missing': define<{ section: string }>({
    severity: 'warning',
    title: 'Syntax section without a block',
    message: ({ section }) => `The section "${section}" has no code block.`,
    cause: 'The block is missing from the page, or is not set as code.',
    fix: 'Correct the page; without it, places of members come from the section they stand in.',
    wording: ({ section }) => `Add the code block below "${section}".`,
  }),
  'syntax-not-understood': define<{ text: string }>({
    severity: 'warning',
    title: 'Syntax block not understood',
    message: ({ text }) => `Unexpected "${text}" in the syntax block; what follows was not read.`,
    cause: 'The block is cut short, or has a form that is not known.',
    fix: 'Correct the page, or state what is missing with overrides.',
  }),
  'section-unknown': define<{ title: string }>({
    severity: 'note',
    title: 'Section not known',
    message: ({ title }) => `The section "${title}" is none that states facts; it was not read.`,
    cause: 'The page has a section of its own, or the title is misspelled.',
    fix: 'If the section states facts, correct its title.',
  }),
  'section-repeated': define<{ title: string }>({
    severity: 'warning',
    title: 'Section given twice',
    message: ({ title }) => `The section "${title}" stands twice on this page.`,
    cause: 'Two pages have been joined, or a title is wrong.',
    fix: 'Correct the page.',
  }),
  'block-unread': define<{ what: string; lines: number; title: string } & Unread>({
    severity: 'note',
    title: 'Lines that nothing was made of',
    message: ({ what, lines, title }) =>
      `${lines === 1 ? 'A line' : `${lines} lines`} of a ${what} in "${title}" could state facts; nothing was made of ${lines === 1 ? 'it' : 'them'}.`,
    cause:
      'The heads of its columns, or the words above it, do not say what it lists; or it is about something else.',
    fix: 'Say with `reading` in the configuration what its columns or the words above it mean; nothing, where it states nothing of the API. `docwright inspect --unread` shows such lines by their form.',
    unread: ({ form, reading }) => ({ form, ...(reading && { reading }) }),
  }),
  'explorer-url-missing': define({
    severity: 'warning',
    title: 'API explorer page without a request',
    message: () => 'Expected a command with `--url` that shows the address of the operation; found none.',
    cause: 'The page is cut short.',
    fix: 'Save the whole page again.',
  }),
} as const;
