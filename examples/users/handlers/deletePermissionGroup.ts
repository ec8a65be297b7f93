import type { DeletePermissionGroupHandler } from '../../../generated/finspace-data/index.js';
import { once } from '../once.js';
import { findGroup, groups, memberships } from '../store.js';

export const deletePermissionGroup: DeletePermissionGroupHandler = ({ permissionGroupId, clientToken }) =>
  once('deletePermissionGroup', clientToken, () => {
    findGroup(permissionGroupId);
    groups.delete(permissionGroupId);
    memberships.delete(permissionGroupId);
    return { permissionGroupId };
  });
