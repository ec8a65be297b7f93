import type { GetUserHandler } from '../../../generated/finspace-data/index.js';
import { findUser } from '../store.js';

export const getUser: GetUserHandler = ({ userId }) => findUser(userId);
