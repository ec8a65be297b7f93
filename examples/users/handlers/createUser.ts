import { ConflictException, type CreateUserHandler } from '../../../generated/finspace-data/index.js';
import { defined } from '../defined.js';
import { once } from '../once.js';
import { newId, users } from '../store.js';

export const createUser: CreateUserHandler = ({ clientToken, ...user }) =>
  once('createUser', clientToken, () => {
    if ([...users.values()].some(({ emailAddress }) => emailAddress === user.emailAddress)) {
      throw new ConflictException(`There is a user with the address ${user.emailAddress}.`);
    }
    const userId = newId();
    const now = Date.now();
    users.set(userId, {
      ...defined(user),
      userId,
      emailAddress: user.emailAddress,
      status: 'ENABLED',
      createTime: now,
      lastEnabledTime: now,
      lastModifiedTime: now,
    });
    return { userId };
  });
