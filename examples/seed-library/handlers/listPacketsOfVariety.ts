import { GerminationGrade, type ListPacketsOfVarietyHandler } from '../../../generated/thistledown/index.js';
import { findVariety, packetsOf } from '../store.js';
import { signedIn } from '../tokens.js';

export const listPacketsOfVariety: ListPacketsOfVarietyHandler = (
  { variety_id, status, min_grade = GerminationGrade.UNTESTED },
  context,
) => {
  signedIn(context);
  return packetsOf(findVariety(variety_id).id)
    .filter((packet) => packet.grade >= min_grade)
    .filter((packet) => status === undefined || packet.status === status)
    .sort((a, b) => b.harvest_year - a.harvest_year);
};
