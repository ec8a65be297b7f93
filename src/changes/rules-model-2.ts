import { rule } from './verdict.js';

/** Changes of what the second version of the model says: null, one-of, formats, styles, media types, auth, servers. */
export const secondModelRules = {
  'input-nullable-added': rule(
    'input may now be null',
    ['none', 'minor', 'major'],
    'Every old request is still right, but a handler may meet null.',
  ),
  'input-nullable-removed': rule(
    'input may no longer be null',
    ['major', 'major', 'minor'],
    'Requests with null are refused, and calls that give it do not compile.',
  ),
  'output-nullable-added': rule(
    'output may now be null',
    ['warn', 'major', 'none'],
    'Code that relied on a value has to treat null.',
    'Do your clients treat null?',
  ),
  'output-nullable-removed': rule(
    'output may no longer be null',
    ['none', 'minor', 'major'],
    'Clients meet less than they are ready for; a handler that gives null does not compile.',
  ),
  'input-format-added': rule(
    'format of the input added',
    ['major', 'none', 'minor'],
    'Values that are written otherwise were right and are refused.',
  ),
  'input-format-changed': rule(
    'format of the input changed',
    ['major', 'none', 'minor'],
    'Values as they were written are refused.',
  ),
  'input-format-removed': rule(
    'format of the input removed',
    ['none', 'none', 'minor'],
    'Every old request is still right; a handler may meet values that it never met.',
  ),
  'output-format-added': rule(
    'format of the output added',
    ['none', 'none', 'minor'],
    'Clients meet less than they are ready for; a handler has to keep to it.',
  ),
  'output-format-changed': rule(
    'format of the output changed or removed',
    ['warn', 'none', 'minor'],
    'Clients that take the value apart may meet one in another form.',
    'Do your clients take the value apart?',
  ),
  'type-stated': rule(
    'type newly stated, or no longer',
    ['warn', 'major', 'warn'],
    'Pages come to state what has long been so, but the types are others.',
    'Does the service take and give what it did before?',
  ),
  'input-variant-added': rule(
    'input may be of one more type',
    ['none', 'minor', 'major'],
    'Every old request is still right, but a handler may meet another type.',
  ),
  'input-variant-removed': rule(
    'input may be of one type less',
    ['major', 'major', 'minor'],
    'Requests with a value of the type are refused.',
  ),
  'output-variant-added': rule(
    'output may be of one more type',
    ['major', 'major', 'minor'],
    'Clients meet a value that they cannot treat.',
  ),
  'output-variant-removed': rule(
    'output may be of one type less',
    ['none', 'major', 'major'],
    'Clients meet less than they are ready for, but code that treats the type, and a handler that gives it, do not compile.',
  ),
  'discriminator-changed': rule(
    'member that tells types apart changed',
    ['major', 'none', 'none'],
    'The other side looks for it under another name; generated code knows.',
  ),
  'flags-added': rule(
    'values are now bits that can be summed',
    ['none', 'major', 'major'],
    'Every old value is still right, but the type is any number.',
  ),
  'flags-removed': rule(
    'values are no longer bits that can be summed',
    ['major', 'major', 'minor'],
    'Sums are refused, and the type is one of the values.',
  ),
  'value-renamed': rule(
    'name of a value changed',
    ['none', 'major', 'major'],
    'The value travels as before, but code that names it does not compile.',
  ),
  'values-renamed': rule(
    'name of an enumeration changed',
    ['none', 'major', 'major'],
    'The name does not travel, but code that imports it does not compile.',
  ),
  'read-only-added': rule(
    'member is now set by the service only',
    ['minor', 'major', 'major'],
    'Code that gives it does not compile; what old clients send of it goes unheeded.',
    'Old clients still send the member, and the service may refuse it.',
  ),
  'read-only-lifted': rule(
    'member is no longer set by the service only',
    ['minor', 'minor', 'minor'],
    'Who leaves it out is served as before.',
  ),
  'write-only-added': rule(
    'member is no longer given back',
    ['warn', 'major', 'minor'],
    'Clients have to do without it, and code that reads it does not compile.',
    'Do your clients depend on the member?',
  ),
  'write-only-lifted': rule(
    'member is now given back',
    ['minor', 'minor', 'minor'],
    'Old clients ignore what they do not know.',
  ),
  'alias-added': rule(
    'other name of a member added',
    ['minor', 'patch', 'minor'],
    'The service knows it by one name more; generated code goes on with the first.',
  ),
  'alias-removed': rule(
    'other name of a member removed',
    ['major', 'patch', 'none'],
    'Who sends it by that name is not heard; generated code uses the first.',
  ),
  'member-renamed-with-alias': rule(
    'member renamed, old name still known',
    ['none', 'major', 'major'],
    'What old clients send is still heard, but code that names the member does not compile.',
  ),
  'style-changed': rule(
    'way to write a list or an object changed',
    ['major', 'none', 'none'],
    'One side writes what the other cannot read; generated code knows.',
  ),
  'request-media-added': rule(
    'media type of requests added',
    ['minor', 'none', 'minor'],
    'Old clients go on with the one that they know.',
  ),
  'request-media-removed': rule(
    'media type of requests removed',
    ['major', 'none', 'minor'],
    'Bodies of old clients are refused; generated code writes another.',
  ),
  'response-media-changed': rule(
    'media type of a response changed',
    ['major', 'none', 'none'],
    'Old clients cannot read the body; generated code knows.',
  ),
  'media-type-stated': rule(
    'media type newly stated, or no longer',
    ['warn', 'none', 'none'],
    'Pages come to state what has long been so; whether the service changed is for people to see.',
    'Does the service take and give bodies as before?',
  ),
  'auth-added': rule(
    'way to show who calls added',
    ['minor', 'minor', 'minor'],
    'The ways that there were do as before.',
  ),
  'auth-removed': rule(
    'way to show who calls removed',
    ['major', 'major', 'major'],
    'Who shows it in this way is refused.',
  ),
  'operation-auth-tightened': rule(
    'operation wants to know who calls, or in fewer ways',
    ['major', 'none', 'major'],
    'Requests that did are refused; a server lets fewer through.',
  ),
  'operation-auth-relaxed': rule(
    'operation does not want to know who calls, or in more ways',
    ['none', 'none', 'minor'],
    'Every old request is still right.',
  ),
  'server-added': rule(
    'server added',
    ['minor', 'minor', 'none'],
    'Old clients go on with the one that they know.',
  ),
  'server-removed': rule(
    'server removed that was not the usual one',
    ['major', 'minor', 'none'],
    'Clients that were pointed to it find nothing there.',
  ),
  'server-variable-changed': rule(
    'variable of a server changed',
    ['warn', 'warn', 'none'],
    'Clients that set it may set what is no longer known, and others go elsewhere.',
    'Do your clients set the variable, or rely on its default?',
  ),
  'error-code-changed': rule(
    'code of an error changed',
    ['major', 'minor', 'major'],
    'Old clients take the error for another one.',
  ),
} as const;
