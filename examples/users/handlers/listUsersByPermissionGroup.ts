import type {
  ListUsersByPermissionGroupHandler,
  UserByPermissionGroup,
} from '../../../generated/finspace-data/index.js';
import { pageOf } from '../pages.js';
import { findUser, membersOf, type StoredUser } from '../store.js';

export const listUsersByPermissionGroup: ListUsersByPermissionGroupHandler = (input) => {
  const ids = [...membersOf(input.permissionGroupId)];
  const { items, next } = pageOf(ids, (id) => id, input);
  return { users: items.map(findUser).map(asMember), ...next };
};

const asMember = ({
  createTime: _created,
  lastDisabledTime: _disabled,
  lastEnabledTime: _enabled,
  lastLoginTime: _login,
  lastModifiedTime: _modified,
  ...user
}: StoredUser): UserByPermissionGroup => ({ ...user, membershipStatus: 'ADDITION_SUCCESS' });
