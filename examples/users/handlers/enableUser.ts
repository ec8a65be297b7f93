import type { EnableUserHandler } from '../../../generated/finspace-data/index.js';
import { once } from '../once.js';
import { findUser, users } from '../store.js';

export const enableUser: EnableUserHandler = ({ userId, clientToken }) =>
  once('enableUser', clientToken, () => {
    users.set(userId, { ...findUser(userId), status: 'ENABLED', lastEnabledTime: Date.now() });
    return { userId };
  });
