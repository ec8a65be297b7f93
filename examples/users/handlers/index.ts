import { associateUserToPermissionGroup } from './associateUserToPermissionGroup.js';
import { createPermissionGroup } from './createPermissionGroup.js';
import { createUser } from './createUser.js';
import { deletePermissionGroup } from './deletePermissionGroup.js';
import { disableUser } from './disableUser.js';
import { disassociateUserFromPermissionGroup } from './disassociateUserFromPermissionGroup.js';
import { enableUser } from './enableUser.js';
import { getPermissionGroup } from './getPermissionGroup.js';
import { getUser } from './getUser.js';
import { listPermissionGroups } from './listPermissionGroups.js';
import { listPermissionGroupsByUser } from './listPermissionGroupsByUser.js';
import { listUsers } from './listUsers.js';
import { listUsersByPermissionGroup } from './listUsersByPermissionGroup.js';
import { resetUserPassword } from './resetUserPassword.js';
import { updatePermissionGroup } from './updatePermissionGroup.js';
import { updateUser } from './updateUser.js';
import type { Handlers } from '../../../generated/finspace-data/index.js';

/** One handler for each operation; TypeScript misses the one that is left out. */
export const handlers: Handlers = {
  associateUserToPermissionGroup,
  createPermissionGroup,
  createUser,
  deletePermissionGroup,
  disableUser,
  disassociateUserFromPermissionGroup,
  enableUser,
  getPermissionGroup,
  getUser,
  listPermissionGroups,
  listPermissionGroupsByUser,
  listUsers,
  listUsersByPermissionGroup,
  resetUserPassword,
  updatePermissionGroup,
  updateUser,
};
