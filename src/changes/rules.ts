import { rule, type ChangeRule } from './verdict.js';
import { extraRules } from './rules-beyond.js';
import { secondModelRules } from './rules-model-2.js';

/** The version of the table; it rises with every change of an effect or a rule. */
export const rulesVersion = '1.2';

const tableRules = {
  'operation-removed': rule(
    'operation removed',
    ['major', 'major', 'major'],
    'Calls of it fail, code that names it does not compile, and nothing routes to its handler.',
  ),
  'route-changed': rule(
    'method, path or label changed',
    ['major', 'major', 'major'],
    'Old clients call a place where the operation is no longer.',
  ),
  'operation-added': rule(
    'operation added',
    ['minor', 'minor', 'minor'],
    'Nobody calls it yet; a server gets a stub for it.',
  ),
  'required-input-added': rule(
    'required input member added',
    ['major', 'major', 'minor'],
    'Requests of old clients lack it and are refused; a handler only receives more.',
  ),
  'optional-input-added': rule(
    'optional input member added',
    ['minor', 'minor', 'minor'],
    'Who leaves it out is served as before.',
  ),
  'input-removed': rule(
    'input member removed',
    ['minor', 'major', 'major'],
    'Code that gives or reads it does not compile; what old clients send of it goes unheeded.',
    'Old clients still send the member, and the service may refuse it.',
  ),
  'input-now-required': rule(
    'input member now required',
    ['major', 'major', 'minor'],
    'Requests that leave it out are refused, and calls that leave it out do not compile.',
  ),
  'input-now-optional': rule(
    'input member now optional',
    ['none', 'minor', 'major'],
    'Every old request is still right, but a handler has to do without the member.',
  ),
  'type-changed': rule(
    'type changed',
    ['major', 'major', 'major'],
    'One side writes what the other cannot read.',
  ),
  'input-value-removed': rule(
    'allowed value of the input removed',
    ['major', 'major', 'minor'],
    'Requests with the value are refused, and its name is gone from the types.',
  ),
  'input-value-added': rule(
    'allowed value of the input added',
    ['none', 'minor', 'major'],
    'A handler that treats every value in turn meets one that it does not know, and does not compile.',
  ),
  'input-value-added-open': rule(
    'allowed value of the input added, open type',
    ['none', 'minor', 'minor'],
    'The type has been open to other values, so that no handler can treat them all.',
  ),
  'input-bound-tightened': rule(
    'bound of the input tightened',
    ['major', 'none', 'minor'],
    'Values that were right are refused; types do not speak of bounds.',
  ),
  'input-bound-set': rule(
    'bound of the input newly set',
    ['major', 'none', 'minor'],
    'Values beyond it were right and are refused; types do not speak of bounds.',
  ),
  'input-bound-relaxed': rule(
    'bound of the input relaxed or removed',
    ['none', 'none', 'minor'],
    'Every old request is still right; a handler may meet values that it never met.',
  ),
  'input-pattern-added': rule(
    'pattern of the input added',
    ['major', 'none', 'minor'],
    'Values that do not match were right and are refused.',
  ),
  'input-pattern-changed': rule(
    'pattern of the input changed',
    ['warn', 'none', 'minor'],
    'Whether the new pattern refuses what the old one let pass is for people to see.',
    'Compare the patterns: is there a value that only the old one matches?',
  ),
  'output-removed': rule(
    'required output member removed',
    ['major', 'major', 'minor'],
    'Clients were promised the member; a handler merely returns too much.',
  ),
  'output-removed-optional': rule(
    'output member removed',
    ['warn', 'major', 'minor'],
    'No page promises the member, so that clients have to do without it, but code that names it does not compile.',
    'Do your clients depend on the member?',
  ),
  'output-added': rule(
    'output member added',
    ['minor', 'minor', 'minor'],
    'Old clients ignore what they do not know, and a handler may leave it out.',
  ),
  'output-added-required': rule(
    'required output member added',
    ['minor', 'minor', 'major'],
    'Old clients ignore what they do not know, but a handler that does not return it does not compile.',
  ),
  'output-value-added': rule(
    'allowed value of the output added',
    ['minor', 'minor', 'none'],
    'The types of outputs are open, so that clients are ready for values they do not know.',
  ),
  'output-value-removed': rule(
    'allowed value of the output removed',
    ['none', 'major', 'major'],
    'Clients meet less than they are ready for, but the name of the value is gone from the types.',
  ),
  'output-bound-relaxed': rule(
    'bound of the output relaxed or removed',
    ['warn', 'none', 'none'],
    'Clients may receive values beyond what they made room for.',
    'Do your clients rely on the bound, such as for the width of a column?',
  ),
  'status-changed': rule(
    'status of success changed',
    ['major', 'major', 'major'],
    'Old clients take the answer for something else.',
  ),
  'error-added': rule(
    'error added',
    ['minor', 'minor', 'none'],
    'Clients treat errors that they do not know in general.',
  ),
  'error-removed': rule(
    'error removed',
    ['none', 'major', 'minor'],
    'It no longer comes, but code that names it does not compile.',
  ),
  'error-status-changed': rule(
    'status of an error changed',
    ['major', 'minor', 'major'],
    'Old clients treat errors, and whether to try again, by their status.',
  ),
  'shape-renamed': rule(
    'shape renamed',
    ['none', 'major', 'major'],
    'The name does not travel, but code that imports the type does not compile.',
  ),
  deprecated: rule(
    'deprecation added',
    ['none', 'patch', 'none'],
    'It works as before; editors and the client say that it should not be used.',
  ),
  wording: rule(
    'wording, examples or links changed',
    ['none', 'patch', 'none'],
    'Only the comments of the generated code change.',
  ),
  'docs-corrected': rule(
    'contradiction in the pages introduced or mended',
    ['none', 'none', 'none'],
    'The pages changed what they say of themselves, which is no change of the API.',
  ),
} as const;

/** Every rule: those of the table, then those of changes that the table does not speak of. */
export const changeRules = { ...tableRules, ...extraRules, ...secondModelRules } as const;

export type RuleId = keyof typeof changeRules;

export const isRuleId = (text: string): text is RuleId => Object.hasOwn(changeRules, text);

/** The rule of an id. */
export const ruleOf = (id: RuleId): ChangeRule => changeRules[id];
