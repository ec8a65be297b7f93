import {
  ConflictException,
  type AssociateUserToPermissionGroupHandler,
} from '../../../generated/finspace-data/index.js';
import { once } from '../once.js';
import { findUser, membersOf } from '../store.js';

export const associateUserToPermissionGroup: AssociateUserToPermissionGroupHandler = ({
  permissionGroupId,
  userId,
  clientToken,
}) =>
  once('associateUserToPermissionGroup', clientToken, () => {
    const members = membersOf(permissionGroupId);
    findUser(userId);
    if (members.has(userId)) throw new ConflictException(`User ${userId} is a member already.`);
    members.add(userId);
    return { statusCode: 200 };
  });
