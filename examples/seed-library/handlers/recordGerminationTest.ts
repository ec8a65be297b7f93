import { GerminationGrade, type RecordGerminationTestHandler } from '../../../generated/thistledown/index.js';
import { failure } from '../failures.js';
import { findPacket, today } from '../store.js';
import { signedIn } from '../tokens.js';

export const recordGerminationTest: RecordGerminationTestHandler = (
  { packet_id, sown, sprouted, tested_on = today() },
  context,
) => {
  signedIn(context, 'catalogue:write');
  const packet = findPacket(packet_id);
  if (sprouted > sown) {
    throw failure('validation_failed', 'More seeds came up than were sown.', [
      { field: 'sprouted', problem: `must be at most ${sown}` },
    ]);
  }
  const rate = sprouted / sown;
  return Object.assign(packet, { germination: { sown, sprouted, rate, tested_on }, grade: gradeOf(rate) });
};

function gradeOf(rate: number): GerminationGrade {
  if (rate >= 0.9) return GerminationGrade.EXCELLENT;
  if (rate >= 0.75) return GerminationGrade.GOOD;
  return rate >= 0.5 ? GerminationGrade.FAIR : GerminationGrade.POOR;
}
