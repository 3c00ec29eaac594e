import { HOUR_MS } from '../../platform/clock/clock.js';
import { Exact } from '../../platform/decimal/decimal.js';
import { forbidden, platformMessages, type Refusal, refuseTransition } from '../../platform/errors/index.js';
import { type BaseUnit, inWords } from '../catalogue/unit.rules.js';
import type { MaterialLot } from '../lots/material-lot.entity.js';
import { isPast } from '../lots/material-lot.rules.js';
import { materialMessages } from '../materials.messages.js';
import type { MaterialTransfer } from './material-transfer.entity.js';
import { type MaterialTransferState, materialTransferTransitions } from './material-transfer.states.js';

export const defaultHoldHours = 48;
export const maxHoldHours = 30 * 24;

export type Side = 'owner' | 'receiver';

/** Which of the two an enterprise is; undefined for everybody else, to whom the transfer does not exist. */
export function sideOf(
  { ownerId, receiverId }: Pick<MaterialTransfer, 'ownerId' | 'receiverId'>,
  enterpriseId: string,
): Side | undefined {
  return enterpriseId === ownerId ? 'owner' : enterpriseId === receiverId ? 'receiver' : undefined;
}

/** Some steps are the owner's, some the receiver's. */
export function refuseOtherSide(side: Side, may: Side): Refusal | undefined {
  return side === may ? undefined : forbidden;
}

export function refuseStep(
  { state }: { readonly state: MaterialTransferState },
  next: MaterialTransferState,
): Refusal | undefined {
  return refuseTransition(materialTransferTransitions, state, next);
}

/** What decides whether something can be taken from a lot. */
export interface TakingFacts {
  readonly lot: Pick<MaterialLot, 'enterpriseId' | 'availableUntil' | 'minimumTake'>;
  readonly receiverId: string;
  readonly quantity: Exact;
  readonly onHand: Exact;
  readonly baseUnit: BaseUnit;
  readonly today: string;
}

/** The owner's minimum binds, except that whoever takes all that is left may take less. */
export function refuseTaking({ lot, receiverId, quantity, onHand, baseUnit, today }: TakingFacts): Refusal | undefined {
  if (lot.enterpriseId === receiverId)
    return { code: 'CONFLICT', message: materialMessages.ownLot, field: 'input.lotId' };
  if (isPast(lot, today)) return { code: 'CONFLICT', message: materialMessages.lotPast, field: 'input.lotId' };
  if (quantity.gt(onHand))
    return {
      ...{ code: 'CONFLICT', message: materialMessages.notEnough, field: 'input.quantity' },
      params: { available: inWords(onHand, baseUnit) },
    };
  const minimum = Exact.min(lot.minimumTake, onHand);
  if (quantity.gte(minimum)) return undefined;
  return {
    ...{ code: 'CONFLICT', message: materialMessages.belowMinimum, field: 'input.quantity' },
    params: { minimum: inWords(minimum, baseUnit) },
  };
}

/** A hold ends some time after now, and not for ever. */
export function refuseHoldTime(until: Date, now: Date): Refusal | undefined {
  const last = new Date(now.getTime() + maxHoldHours * HOUR_MS);
  if (until > now && until <= last) return undefined;
  return {
    ...{ code: 'VALIDATION_FAILED', message: materialMessages.holdTooLong, field: 'input.until' },
    params: { last: last.toISOString() },
  };
}

/** Goods are handed over while they are held. */
export function refuseDelivery(
  { state, expiresAt }: Pick<MaterialTransfer, 'state' | 'expiresAt'>,
  now: Date,
): Refusal | undefined {
  const over: Refusal | undefined =
    expiresAt > now ? undefined : { code: 'CONFLICT', message: materialMessages.holdOver };
  return refuseStep({ state }, 'delivered') ?? over;
}

/** Whether two figures differ by at most so many per cent of the first. */
export function isWithin(agreed: Exact | string, figure: Exact, percent: number): boolean {
  return figure.minus(agreed).abs().times(100).lte(new Exact(agreed).times(percent));
}

interface Weighing {
  readonly figure: Exact;
  readonly percent: number;
  readonly baseUnit: BaseUnit;
}

/** A figure of more than twice what it is measured against is a slip of the pen. */
export function refuseSlip(against: string, figure: Exact, baseUnit: BaseUnit): Refusal | undefined {
  const most = new Exact(against).times(2);
  if (figure.lte(most)) return undefined;
  return {
    ...{ code: 'VALIDATION_FAILED', message: materialMessages.slip, field: 'input.quantity' },
    params: { most: inWords(most, baseUnit) },
  };
}

/** An owner who delivers much more or less than was reserved says why. */
export function refuseUnexplained(
  reserved: string,
  reason: string | null | undefined,
  { figure, percent, baseUnit }: Weighing,
): Refusal | undefined {
  if (reason || isWithin(reserved, figure, percent)) return undefined;
  return {
    ...{ code: 'VALIDATION_FAILED', message: materialMessages.reasonNeeded, field: 'input.reason' },
    params: { percent, reserved: inWords(reserved, baseUnit) },
  };
}

/**
 * A receiver accepts what they weighed, if it is about what the owner stated; after a dispute, exactly what the owner offers.
 * Anything else is a dispute.
 */
export function refuseAcceptance(
  transfer: Pick<MaterialTransfer, 'state' | 'deliveredQuantity' | 'offeredQuantity'>,
  { figure, percent, baseUnit }: Weighing,
): Refusal | undefined {
  const step = refuseStep(transfer, 'accepted');
  if (step) return step;
  const { state, deliveredQuantity, offeredQuantity } = transfer;
  if (state === 'disputed') {
    if (offeredQuantity === null) return { code: 'CONFLICT', message: materialMessages.nothingOffered };
    if (figure.eq(offeredQuantity)) return undefined;
    return {
      ...{ code: 'CONFLICT', message: materialMessages.offerChanged, field: 'input.quantity' },
      params: { offered: inWords(offeredQuantity, baseUnit) },
    };
  }
  if (isWithin(deliveredQuantity ?? '0', figure, percent)) return undefined;
  return {
    ...{ code: 'CONFLICT', message: materialMessages.disputeNeeded, field: 'input.quantity' },
    params: { percent, delivered: inWords(deliveredQuantity ?? '0', baseUnit) },
  };
}

/** An owner answers what is disputed, and nothing else. */
export function refuseResolution({ state }: Pick<MaterialTransfer, 'state'>): Refusal | undefined {
  if (state === 'disputed') return undefined;
  return {
    code: 'ILLEGAL_TRANSITION',
    message: platformMessages.illegalTransition,
    params: { state, next: 'accepted' },
    allowed: materialTransferTransitions[state],
  };
}
