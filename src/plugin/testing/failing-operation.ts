import type { Operation } from '../../model/model.js';
import { error, list, member, scalar, string, uses } from './build-model.js';
import { call } from './build-model.js';

/** An operation for what can go wrong, and its errors; two have one status. */
export const failing: Operation = call('Fail', 'POST', '/fail', {
  input: [member('text', string())],
  output: [member('text', string())],
  errors: uses('MissingThing', 'TakenName', 'TakenPlace'),
});

export const caseErrors = [
  error('MissingThing', 404, [
    member('thing', string(), { wireName: 'the_thing' }),
    member('when', scalar('timestamp')),
  ]),
  error('TakenName', 409),
  error('TakenPlace', 409, [member('places', list(string()))]),
];
