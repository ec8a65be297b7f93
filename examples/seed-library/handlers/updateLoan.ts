import type {
  Loan,
  PacketStatus,
  UpdateLoanHandler,
  UpdateLoanStatus,
} from '../../../generated/thistledown/index.js';
import { failure } from '../failures.js';
import { findOpenLoan, now } from '../store.js';
import { signedIn } from '../tokens.js';

/** Where the packets of a loan are. */
const statuses: Readonly<Record<UpdateLoanStatus, PacketStatus>> = {
  ready: 'reserved',
  out: 'on_loan',
  cancelled: 'available',
};

export const updateLoan: UpdateLoanHandler = ({ loan_id, ...changes }, context) => {
  const member = signedIn(context, 'loans');
  const loan: Loan = findOpenLoan(loan_id, member);
  const { status } = changes;
  if (status !== undefined) {
    const isTheirs = status === 'cancelled' || member.role === 'librarian';
    if (!isTheirs) throw failure('not_allowed', 'Only a librarian may hand over a loan.');
    for (const packet of loan.packets) packet.status = statuses[status];
    if (status === 'cancelled') loan.closed_at = now();
  }
  return Object.assign(loan, changes);
};
