import { randomBytes } from 'node:crypto';
import {
  ResourceNotFoundException,
  type PermissionGroup,
  type User,
} from '../../generated/finspace-data/index.js';

/** A user as it is kept: what a `User` may leave out but every user has. */
export interface StoredUser extends User {
  readonly userId: string;
  readonly emailAddress: string;
}

export interface StoredGroup extends PermissionGroup {
  readonly permissionGroupId: string;
  readonly name: string;
}

/** Everything the server knows, for as long as it runs; in the order in which it was created. */
export const users = new Map<string, StoredUser>();
export const groups = new Map<string, StoredGroup>();

/** The ids of each group's members, by the group's id. */
export const memberships = new Map<string, Set<string>>();

/** An id of 26 characters, the longest that the pages allow. */
export const newId = (): string => randomBytes(13).toString('hex');

/** Throws the documented error where there is no such user. */
export function findUser(userId: string): StoredUser {
  const user = users.get(userId);
  if (!user) throw new ResourceNotFoundException(`There is no user ${userId}.`);
  return user;
}

export function findGroup(permissionGroupId: string): StoredGroup {
  const group = groups.get(permissionGroupId);
  if (!group) throw new ResourceNotFoundException(`There is no permission group ${permissionGroupId}.`);
  return group;
}

/** The members of a group that exists. */
export function membersOf(permissionGroupId: string): Set<string> {
  findGroup(permissionGroupId);
  const members = memberships.get(permissionGroupId) ?? new Set<string>();
  memberships.set(permissionGroupId, members);
  return members;
}

export const isMember = (permissionGroupId: string, userId: string): boolean =>
  memberships.get(permissionGroupId)?.has(userId) ?? false;
