import { plainRules, type LinkRules } from '../../link/rules.js';
import { nameOperation } from './operation-names.js';
import { paginationOf } from './pagination.js';
import { distinguish } from './path-names.js';

/** What pages of HTTP references leave to be found out: names of operations, and which members make pages of a list. */
export const httpRules: LinkRules = {
  ...plainRules,
  reportsUnnamed: false,
  unitesPages: true,
  nameOperation,
  distinguish,
  paginate: paginationOf,
};
