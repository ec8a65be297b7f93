import { GerminationGrade, type RecordReturnHandler } from '../../../generated/thistledown/index.js';
import { failure } from '../failures.js';
import { findOpenLoan, now } from '../store.js';
import { signedIn } from '../tokens.js';

export const recordReturn: RecordReturnHandler = ({ loan_id, lines }, context) => {
  const loan = findOpenLoan(loan_id, signedIn(context, 'loans'));
  const foreign = lines.find(({ packet_id }) => !loan.packets.some(({ id }) => id === packet_id));
  if (foreign) throw failure('not_found', `The packet ${foreign.packet_id} is not part of the loan.`);
  loan.returned.push(...lines);
  for (const packet of loan.packets) {
    const line = lines.findLast(({ packet_id }) => packet_id === packet.id);
    // The new seed lies in the place of the old, and nobody has counted yet.
    if (line) {
      const { grams, harvest_year } = line;
      const untested = { germination: null, grade: GerminationGrade.UNTESTED };
      Object.assign(packet, { status: 'available', grams, harvest_year, ...untested });
    }
  }
  const isWhole = loan.packets.every(({ id }) => loan.returned.some(({ packet_id }) => packet_id === id));
  return isWhole ? Object.assign(loan, { status: 'returned', closed_at: now() }) : loan;
};
