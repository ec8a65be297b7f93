import type { UpdatePermissionGroupHandler } from '../../../generated/finspace-data/index.js';
import { defined } from '../defined.js';
import { once } from '../once.js';
import { findGroup, groups } from '../store.js';

export const updatePermissionGroup: UpdatePermissionGroupHandler = ({
  permissionGroupId,
  clientToken,
  ...changes
}) =>
  once('updatePermissionGroup', clientToken, () => {
    const group = findGroup(permissionGroupId);
    groups.set(permissionGroupId, { ...group, ...defined(changes), lastModifiedTime: Date.now() });
    return { permissionGroupId };
  });
