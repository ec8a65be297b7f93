import type { DisableUserHandler } from '../../../generated/finspace-data/index.js';
import { once } from '../once.js';
import { findUser, users } from '../store.js';

export const disableUser: DisableUserHandler = ({ userId, clientToken }) =>
  once('disableUser', clientToken, () => {
    users.set(userId, { ...findUser(userId), status: 'DISABLED', lastDisabledTime: Date.now() });
    return { userId };
  });
