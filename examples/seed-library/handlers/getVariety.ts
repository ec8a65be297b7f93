import type { GetVarietyHandler } from '../../../generated/thistledown/index.js';
import { findVariety, shown } from '../store.js';

export const getVariety: GetVarietyHandler = ({ variety_id }) => shown(findVariety(variety_id));
