import type { RenewLoanHandler } from '../../../generated/thistledown/index.js';
import { findOpenLoan, today, weeksAfter } from '../store.js';
import { signedIn } from '../tokens.js';

export const renewLoan: RenewLoanHandler = ({ loan_id, weeks = 4 }, context) => {
  const loan = findOpenLoan(loan_id, signedIn(context, 'loans'));
  return Object.assign(loan, { due_on: weeksAfter(loan.due_on ?? today(), weeks) });
};
