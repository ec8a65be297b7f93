import { rule } from './verdict.js';

/** Changes that the common table does not speak of, judged in its spirit. */
export const extraRules = {
  'operation-renamed': rule(
    'operation renamed, same method and path',
    ['none', 'major', 'major'],
    'The name does not travel, but code that calls or handles the operation does not compile.',
  ),
  'operation-renamed-on-wire': rule(
    'operation renamed',
    ['major', 'major', 'major'],
    'Requests are routed by the name or by a path that changed with it.',
  ),
  'member-renamed': rule(
    'member renamed, same name on the wire',
    ['none', 'major', 'major'],
    'What travels stays the same, but code that names the member does not compile.',
  ),
  'member-renamed-on-wire': rule(
    'member renamed',
    ['major', 'major', 'major'],
    'What one side sends under the old name, the other looks for under the new one.',
  ),
  'shape-added': rule('shape added', ['none', 'minor', 'none'], 'The package exports one more type.'),
  'shape-removed': rule(
    'shape removed',
    ['none', 'major', 'major'],
    'The name does not travel, but code that imports the type does not compile.',
  ),
  'union-member-removed': rule(
    'member of a union removed',
    ['major', 'major', 'major'],
    'Whoever fills the union with this member fills it with nothing that the other side knows.',
  ),
  'auth-changed': rule(
    'auth scheme changed',
    ['major', 'major', 'major'],
    'Old clients show who they are in another way than the service asks for.',
  ),
  'response-added': rule(
    'response of success added',
    ['minor', 'major', 'minor'],
    'Clients meet another answer than the one that they know, and the output is any of them.',
  ),
  'response-removed': rule(
    'response of success removed',
    ['none', 'major', 'major'],
    'It no longer comes, but code that names it does not compile.',
  ),
  'location-changed': rule(
    'place of a member in the message changed',
    ['major', 'none', 'none'],
    'The service looks for it elsewhere; generated code moves it, so that what people write stays as it is.',
  ),
  'wire-name-changed': rule(
    'name on the wire changed',
    ['major', 'none', 'none'],
    'The service looks for it under another name; generated code knows, so that what people write stays as it is.',
  ),
  'output-now-required': rule(
    'output member now required',
    ['none', 'minor', 'major'],
    'Clients receive more than they were promised; a handler that leaves it out does not compile.',
  ),
  'output-now-optional': rule(
    'output member now optional',
    ['warn', 'major', 'none'],
    'Code that relied on the member has to do without it.',
    'Do your clients treat a missing member?',
  ),
  'input-number-widened': rule(
    'number of the input widened',
    ['none', 'none', 'minor'],
    'Every old request is still right, and the type stays `number`.',
  ),
  'output-number-widened': rule(
    'number of the output widened',
    ['warn', 'none', 'none'],
    'Clients in languages that tell sizes of numbers apart may meet one that does not fit.',
    'Do clients in other languages read the member?',
  ),
  'timestamp-format-changed': rule(
    'format of a timestamp changed',
    ['major', 'none', 'none'],
    'One side writes what the other cannot read; generated code knows, and the type stays `Date`.',
  ),
  'input-values-set': rule(
    'allowed values of the input newly set',
    ['major', 'major', 'minor'],
    'All other values were right and are refused.',
  ),
  'output-values-set': rule(
    'allowed values of the output newly set',
    ['none', 'minor', 'minor'],
    'Clients meet less than they are ready for, and the types of outputs stay open.',
  ),
  'input-values-lifted': rule(
    'allowed values of the input no longer listed',
    ['none', 'major', 'major'],
    'Every old request is still right, but the names of the values are gone from the types.',
  ),
  'output-values-lifted': rule(
    'allowed values of the output no longer listed',
    ['minor', 'major', 'none'],
    'The types of outputs are open already, but the names of the values are gone.',
  ),
  'input-pattern-removed': rule(
    'pattern of the input removed',
    ['none', 'none', 'minor'],
    'Every old request is still right; a handler may meet values that it never met.',
  ),
  'output-pattern-added': rule(
    'pattern of the output added',
    ['none', 'none', 'minor'],
    'Clients meet less than they are ready for; a handler has to keep to it.',
  ),
  'output-pattern-changed': rule(
    'pattern of the output changed or removed',
    ['warn', 'none', 'minor'],
    'Clients that take the value apart may meet one in another form.',
    'Do your clients take the value apart?',
  ),
  'output-bound-tightened': rule(
    'bound of the output tightened or newly set',
    ['none', 'none', 'minor'],
    'Clients meet less than they are ready for; a handler has to keep to it.',
  ),
  'bound-void': rule(
    'bound that every value satisfies added or removed',
    ['none', 'patch', 'none'],
    'No value is shorter than nothing, so that only comments change.',
  ),
  'default-changed': rule(
    'default changed',
    ['minor', 'patch', 'minor'],
    'Who leaves the member out is served otherwise than before.',
    'Do your clients rely on the default?',
  ),
  'default-stated': rule(
    'default newly stated, or no longer',
    ['warn', 'patch', 'warn'],
    'Pages come to state what has long been so; whether the service changed is for people to see.',
    'Does the service treat requests without the member as before?',
  ),
  'idempotency-token-added': rule(
    'member now filled in where it is left out',
    ['none', 'minor', 'none'],
    'Who gives it is served as before.',
  ),
  'idempotency-token-removed': rule(
    'member no longer filled in where it is left out',
    ['none', 'warn', 'none'],
    'Calls that leave it to the client compile as before and send a request without it.',
    'Do your calls rely on the client to make the token up when it tries again?',
  ),
  'pagination-added': rule(
    'pages of results recognised',
    ['none', 'minor', 'none'],
    'The client gets a paginator.',
  ),
  'pagination-changed': rule(
    'pages of results found otherwise',
    ['none', 'minor', 'none'],
    'The paginator follows other members; its name stays.',
  ),
  'pagination-removed': rule(
    'pages of results no longer recognised',
    ['none', 'major', 'none'],
    'Code that uses the paginator does not compile.',
  ),
  'protocol-changed': rule(
    'protocol or target prefix changed',
    ['major', 'none', 'none'],
    'Old clients speak another language than the service; what people write stays as it is.',
  ),
  'endpoint-changed': rule(
    'endpoint or signing name changed',
    ['major', 'none', 'none'],
    'Old clients call another host, or sign for another service.',
  ),
  'service-described-otherwise': rule(
    'title, version or catalogue id of the service changed',
    ['none', 'patch', 'none'],
    'None of them travels.',
  ),
  'service-added': rule('service added', ['minor', 'minor', 'minor'], 'Nobody calls it yet.'),
  'service-removed': rule('service removed', ['major', 'major', 'major'], 'Nothing of it is there any more.'),
  'deprecation-lifted': rule(
    'deprecation taken back or worded otherwise',
    ['none', 'patch', 'none'],
    'It works as before.',
  ),
} as const;
