import type { GetPermissionGroupHandler } from '../../../generated/finspace-data/index.js';
import { findGroup } from '../store.js';

export const getPermissionGroup: GetPermissionGroupHandler = ({ permissionGroupId }) => ({
  permissionGroup: findGroup(permissionGroupId),
});
