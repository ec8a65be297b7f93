import type { ListPermissionGroupsByUserHandler } from '../../../generated/finspace-data/index.js';
import { pageOf } from '../pages.js';
import { findUser, groups, isMember } from '../store.js';

export const listPermissionGroupsByUser: ListPermissionGroupsByUserHandler = (input) => {
  const { userId } = findUser(input.userId);
  const theirs = [...groups.values()].filter(({ permissionGroupId }) => isMember(permissionGroupId, userId));
  const { items, next } = pageOf(theirs, ({ permissionGroupId }) => permissionGroupId, input);
  const permissionGroups = items.map(({ permissionGroupId, name }) => ({
    permissionGroupId,
    name,
    membershipStatus: 'ADDITION_SUCCESS',
  }));
  return { permissionGroups, ...next };
};
