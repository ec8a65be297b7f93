import type { Loan, RequestLoanHandler } from '../../../generated/thistledown/index.js';
import { failure } from '../failures.js';
import { once } from '../once.js';
import { findPacket, loans, newId, now, openLoansOf, today, weeksAfter } from '../store.js';
import { signedIn } from '../tokens.js';

/** As many packets as a member may have at home. */
const most = 3;

export const requestLoan: RequestLoanHandler = ({ 'Idempotency-Key': key, ...wish }, context) => {
  const member = signedIn(context, 'loans');
  return once(`${member.id} ${key}`, wish, () => {
    const packets = [...new Set(wish.packet_ids)].map(findPacket);
    const taken = packets.find(({ status }) => status !== 'available');
    if (taken) throw failure('packet_unavailable', `The packet ${taken.id} is ${taken.status}.`);
    const borrowed = openLoansOf(member.id).flatMap((loan) => loan.packets).length;
    if (borrowed + packets.length > most) throw failure('limit_reached', `You may borrow ${most} packets.`);
    for (const packet of packets) packet.status = 'reserved';
    const loan: Loan = {
      id: newId('loan'),
      member_id: member.id,
      status: 'requested',
      packets,
      handover: wish.handover,
      due_on: weeksAfter(today(), 30),
      note: wish.note ?? null,
      returned: [],
      created_at: now(),
      closed_at: null,
    };
    loans.set(loan.id, loan);
    return loan;
  });
};
