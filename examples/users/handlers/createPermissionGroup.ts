import {
  ConflictException,
  type CreatePermissionGroupHandler,
} from '../../../generated/finspace-data/index.js';
import { defined } from '../defined.js';
import { once } from '../once.js';
import { groups, newId } from '../store.js';

export const createPermissionGroup: CreatePermissionGroupHandler = ({ clientToken, ...group }) =>
  once('createPermissionGroup', clientToken, () => {
    if ([...groups.values()].some(({ name }) => name === group.name)) {
      throw new ConflictException(`There is a permission group called ${group.name}.`);
    }
    const permissionGroupId = newId();
    const now = Date.now();
    groups.set(permissionGroupId, {
      ...defined(group),
      name: group.name,
      permissionGroupId,
      createTime: now,
      lastModifiedTime: now,
    });
    return { permissionGroupId };
  });
