import type { GetYourProfileHandler } from '../../../generated/thistledown/index.js';
import { profileOf } from '../store.js';
import { signedIn } from '../tokens.js';

export const getYourProfile: GetYourProfileHandler = (_input, context) =>
  profileOf(signedIn(context, 'profile'));
