import type { ListUsersHandler } from '../../../generated/finspace-data/index.js';
import { pageOf } from '../pages.js';
import { users } from '../store.js';

export const listUsers: ListUsersHandler = (input) => {
  const { items, next } = pageOf([...users.values()], ({ userId }) => userId, input);
  return { users: items, ...next };
};
