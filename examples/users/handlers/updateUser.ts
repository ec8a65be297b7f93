import type { UpdateUserHandler } from '../../../generated/finspace-data/index.js';
import { defined } from '../defined.js';
import { once } from '../once.js';
import { findUser, users } from '../store.js';

export const updateUser: UpdateUserHandler = ({ userId, clientToken, ...changes }) =>
  once('updateUser', clientToken, () => {
    users.set(userId, { ...findUser(userId), ...defined(changes), lastModifiedTime: Date.now() });
    return { userId };
  });
