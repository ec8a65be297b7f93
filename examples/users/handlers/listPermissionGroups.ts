import type { ListPermissionGroupsHandler } from '../../../generated/finspace-data/index.js';
import { pageOf } from '../pages.js';
import { groups } from '../store.js';

export const listPermissionGroups: ListPermissionGroupsHandler = (input) => {
  const { items, next } = pageOf([...groups.values()], ({ permissionGroupId }) => permissionGroupId, input);
  return { permissionGroups: items, ...next };
};
