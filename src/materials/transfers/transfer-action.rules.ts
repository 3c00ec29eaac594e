import type { Exact } from '../../platform/decimal/decimal.js';
import { unrefused } from '../materials.rules.js';
import type { MaterialTransfer } from './material-transfer.entity.js';
import { refuseDelivery, refuseResolution, refuseStep, type Side } from './material-transfer.rules.js';

export type TransferAction =
  'decline' | 'release' | 'deliver' | 'accept' | 'dispute' | 'resolve' | 'return' | 'settle_shortfall';

type Actionable = Pick<MaterialTransfer, 'state' | 'expiresAt' | 'offeredQuantity' | 'dueOn'>;

/** What is due of a loan and not on its way back, and what is. */
interface Due {
  readonly onLoan: Exact;
  readonly returning: Exact;
}

/** What one of the two may do with a transfer now, by the rules of the mutations themselves. */
export function transferActions(
  transfer: Actionable,
  side: Side,
  { onLoan, returning }: Due,
  now: Date,
): TransferAction[] {
  const settling: TransferAction[] = onLoan.gt(0) && returning.isZero() ? ['settle_shortfall'] : [];
  if (side === 'owner')
    return [
      ...unrefused<TransferAction>([
        ['decline', refuseStep(transfer, 'released')],
        ['deliver', refuseDelivery(transfer, now)],
        ['resolve', refuseResolution(transfer)],
      ]),
      ...settling,
    ];
  // After a dispute there is nothing to accept until the owner has answered.
  const waits = transfer.state === 'disputed' && transfer.offeredQuantity === null;
  return [
    ...unrefused<TransferAction>([
      ['release', refuseStep(transfer, 'released')],
      ['accept', refuseStep(transfer, 'accepted')],
      ['dispute', refuseStep(transfer, 'disputed')],
    ]).filter((action) => action !== 'accept' || !waits),
    ...(onLoan.gt(0) ? (['return'] as const) : []),
    ...settling,
  ];
}
