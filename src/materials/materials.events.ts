import { defineEvent } from '../platform/queue/job.js';

interface LotEvent {
  readonly lotId: string;
  readonly enterpriseId: string;
  readonly kindId: string;
  readonly regionId: string;
}
export const lotPublished = defineEvent<LotEvent>('materials.lot.published');
/** Withdrawn by its owner, or past its date: what is reserved still goes on. */
export const lotWithdrawn = defineEvent<LotEvent & { readonly state: 'closed' | 'expired' }>('materials.lot.withdrawn');

interface RequestEvent {
  readonly requestId: string;
  readonly enterpriseId: string;
  readonly regionId: string;
}
export const materialRequestPublished = defineEvent<RequestEvent>('materials.request.published');
/** Closed, cancelled or expired. */
export const materialRequestClosed = defineEvent<RequestEvent & { readonly state: 'closed' | 'cancelled' | 'expired' }>(
  'materials.request.closed',
);

interface TransferEvent {
  readonly transferId: string;
  readonly lotId: string;
  readonly requestId: string | null;
  readonly ownerId: string;
  readonly receiverId: string;
}
export const transferReserved = defineEvent<TransferEvent>('materials.transfer.reserved');
export const transferReleased = defineEvent<TransferEvent & { readonly by: 'owner' | 'receiver' | 'expiry' }>(
  'materials.transfer.released',
);
export const transferDelivered = defineEvent<TransferEvent>('materials.transfer.delivered');
export const transferDisputed = defineEvent<TransferEvent>('materials.transfer.disputed');
/** The owner answers a dispute with a figure of their own. */
export const transferQuantityOffered = defineEvent<TransferEvent>('materials.transfer.quantity-offered');
/** By the receiver, or by the owner who agrees to the receiver's figure. */
export const transferAccepted = defineEvent<TransferEvent & { readonly by: 'owner' | 'receiver' }>(
  'materials.transfer.accepted',
);
/** A part that the borrower says to bring back; the owner answers. */
export const transferReturnStated = defineEvent<TransferEvent & { readonly materialReturnId: string }>(
  'materials.transfer.return-stated',
);
export const transferReturnDecided = defineEvent<
  TransferEvent & { readonly materialReturnId: string; readonly state: 'accepted' | 'refused' }
>('materials.transfer.return-decided');
/** All that was lent is back or settled. */
export const transferReturned = defineEvent<TransferEvent>('materials.transfer.returned');
export const shortfallProposed = defineEvent<TransferEvent & { readonly proposedBy: string }>(
  'materials.transfer.shortfall-proposed',
);
export const returnDueSoon = defineEvent<TransferEvent & { readonly dueOn: string }>('materials.return.due-soon');
export const returnOverdue = defineEvent<TransferEvent & { readonly dueOn: string }>('materials.return.overdue');

interface ProposalsEvent {
  readonly requestId: string;
  readonly enterpriseId: string;
  readonly runId: string;
  readonly added: number;
}
export const materialProposalsAdded = defineEvent<ProposalsEvent>('materials.proposals.added');

interface PoolEvent {
  readonly poolId: string;
  readonly organiserId: string;
}
export const poolOpened = defineEvent<PoolEvent>('materials.pool.opened');
/** By its organiser, or by time on its last day. */
export const poolCommitted = defineEvent<PoolEvent & { readonly by: 'organiser' | 'time' }>('materials.pool.committed');
/** Its last day is past and the threshold was not reached. */
export const poolDissolved = defineEvent<PoolEvent>('materials.pool.dissolved');
export const poolArrived = defineEvent<PoolEvent>('materials.pool.arrived');
