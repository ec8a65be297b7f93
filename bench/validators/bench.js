import { lastResult, measure, median, ratioOf } from '../measure.js';
import { createContenders, versions } from './contenders.js';
import { sizeTable } from './size.js';
import { invalid, valid } from './values.js';

const reference = 'ajv standalone';

/** Validators side by side: an input of 21 members, valid and with five faults, all issues collected. */
export async function run() {
  const contenders = await createContenders();
  const names = Object.keys(contenders);
  for (const name of names) check(name, contenders[name]);
  const rates = { valid: ratesOf(contenders, valid), invalid: ratesOf(contenders, invalid) };
  const readRates = ratesOf(withMessages(contenders, ['docwright', reference]), invalid);
  const over = (kind, other) => ratioOf(rates[kind], 'docwright', other);
  return {
    versions,
    ratios: {
      valid_over_ajv: over('valid', reference),
      invalid_over_ajv: over('invalid', reference),
      invalid_read_over_ajv: ratioOf(readRates, 'docwright', reference),
      valid_over_zod: over('valid', 'zod'),
      invalid_over_zod: over('invalid', 'zod'),
      valid_over_typebox: over('valid', 'typebox compiled'),
      valid_over_valibot: over('valid', 'valibot'),
      valid_over_arktype: over('valid', 'arktype'),
    },
    table: [
      ['validator', 'valid/s', 'over ajv', 'invalid/s', 'over ajv', 'issues'],
      ...names.map((name) => row(name, rates, contenders[name](invalid).length)),
    ],
    notes: [
      'invalid_read: the same with the message of every issue read; ours are put into words only then.',
      'typebox says yes or no in compiled code; its issues are found by an interpreter.',
      ...(await sizeTable()),
    ],
  };
}

/** The same contenders with every message read. */
const withMessages = (contenders, names) =>
  Object.fromEntries(names.map((name) => [name, (value) => messagesOf(contenders[name](value))]));

function messagesOf(issues) {
  let length = 0;
  for (const { message } of issues) length += message.length;
  return length;
}

/** Throws where a contender does not agree about the values, for then it is no contender. */
function check(name, validate) {
  if (validate(valid).length > 0) {
    throw new Error(`${name} rejects the valid value: ${JSON.stringify(validate(valid))}`);
  }
  if (validate(invalid).length === 0) throw new Error(`${name} accepts the invalid value`);
}

function ratesOf(contenders, value) {
  const calls = Object.entries(contenders).map(([name, validate]) => [name, () => validate(value)]);
  const rates = measure(Object.fromEntries(calls));
  if (lastResult() === undefined) throw new Error('nothing was measured');
  return rates;
}

function row(name, { valid: validRates, invalid: invalidRates }, issues) {
  const relative = (rates) => ratioOf(rates, name, reference).toFixed(2);
  const thousands = (rates) => `${(median(rates[name]) / 1000).toFixed(0)}k`;
  return [
    name,
    thousands(validRates),
    relative(validRates),
    thousands(invalidRates),
    relative(invalidRates),
    issues,
  ];
}
