import {
  ResourceNotFoundException,
  type DisassociateUserFromPermissionGroupHandler,
} from '../../../generated/finspace-data/index.js';
import { once } from '../once.js';
import { membersOf } from '../store.js';

export const disassociateUserFromPermissionGroup: DisassociateUserFromPermissionGroupHandler = ({
  permissionGroupId,
  userId,
  clientToken,
}) =>
  once('disassociateUserFromPermissionGroup', clientToken, () => {
    if (!membersOf(permissionGroupId).delete(userId)) {
      throw new ResourceNotFoundException(`User ${userId} is no member of ${permissionGroupId}.`);
    }
    return { statusCode: 200 };
  });
