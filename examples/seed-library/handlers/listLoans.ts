import type { ListLoansHandler } from '../../../generated/thistledown/index.js';
import { pageOf } from '../pages.js';
import { loans, maySee, today } from '../store.js';
import { signedIn } from '../tokens.js';

export const listLoans: ListLoansHandler = (input, context) => {
  const reader = signedIn(context, 'loans');
  const { status, overdue = false, since = '' } = input;
  const found = [...loans.values()]
    .filter((loan) => maySee(loan, reader))
    .filter((loan) => status === undefined || loan.status === status)
    .filter((loan) => Date.parse(loan.created_at) >= (Date.parse(since) || 0))
    .filter(({ closed_at, due_on }) => !overdue || (!closed_at && due_on !== null && due_on < today()));
  return pageOf(found.reverse(), input);
};
