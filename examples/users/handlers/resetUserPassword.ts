import { randomBytes } from 'node:crypto';
import { ConflictException, type ResetUserPasswordHandler } from '../../../generated/finspace-data/index.js';
import { once } from '../once.js';
import { findUser } from '../store.js';

export const resetUserPassword: ResetUserPasswordHandler = ({ userId, clientToken }) =>
  once('resetUserPassword', clientToken, () => {
    if (findUser(userId).status === 'DISABLED') {
      throw new ConflictException(`User ${userId} is disabled and cannot use a password.`);
    }
    return { userId, temporaryPassword: randomBytes(12).toString('base64url') };
  });
