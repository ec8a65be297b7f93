import type { GetLoanHandler } from '../../../generated/thistledown/index.js';
import { findLoan } from '../store.js';
import { signedIn } from '../tokens.js';

export const getLoan: GetLoanHandler = ({ loan_id }, context) =>
  findLoan(loan_id, signedIn(context, 'loans'));
