import type { OperationFragment } from '../model/fragments.js';
import type { Operation } from '../model/model.js';

/** An operation with the page that describes it. */
export interface LinkedOperation {
  readonly operation: Operation;
  readonly page: OperationFragment;
}
