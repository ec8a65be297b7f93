import type { OperationFragment } from '../ir/fragments.js';
import type { Operation } from '../ir/model.js';

/** An operation with the page that describes it. */
export interface LinkedOperation {
  readonly operation: Operation;
  readonly page: OperationFragment;
}
