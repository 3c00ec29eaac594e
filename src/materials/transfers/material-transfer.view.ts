import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { plain } from '../../platform/decimal/decimal.js';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { DecimalScalar, FenScalar, LocalDateScalar } from '../../platform/graphql/scalars.js';
import { type Balances, balanceOf } from '../ledger/stock.service.js';
import type { MaterialTransfer, ReleasedBy } from './material-transfer.entity.js';
import { MaterialTransferStateEnum, SideEnum } from './material-transfer.input.js';
import { type Side, sideOf } from './material-transfer.rules.js';
import type { MaterialTransferState } from './material-transfer.states.js';
import type { TransferAction } from './transfer-action.rules.js';

export const ReleasedByEnum = {
  OWNER: 'owner',
  RECEIVER: 'receiver',
  EXPIRY: 'expiry',
} as const satisfies Record<string, ReleasedBy>;
registerEnumType(ReleasedByEnum, {
  name: 'MaterialReleasedBy',
  description: 'Who or what ended a reservation.',
  valuesMap: {
    OWNER: { description: 'The owner declined.' },
    RECEIVER: { description: 'The receiver did not need it any more.' },
    EXPIRY: { description: 'It ran out.' },
  },
});

export const TransferActionEnum = {
  DECLINE: 'decline',
  RELEASE: 'release',
  DELIVER: 'deliver',
  ACCEPT: 'accept',
  DISPUTE: 'dispute',
  RESOLVE: 'resolve',
  RETURN: 'return',
  SETTLE_SHORTFALL: 'settle_shortfall',
} as const satisfies Record<string, TransferAction>;
registerEnumType(TransferActionEnum, {
  name: 'MaterialTransferAction',
  description: 'What can be done with a transfer; each is a mutation.',
  valuesMap: {
    DECLINE: { description: '`declineMaterialReservation`, by the owner.' },
    RELEASE: { description: '`releaseMaterialReservation`, by the receiver.' },
    DELIVER: { description: '`deliverMaterial`, by the owner.' },
    ACCEPT: { description: '`acceptMaterial`, by the receiver.' },
    DISPUTE: { description: '`disputeMaterial`, by the receiver.' },
    RESOLVE: { description: '`resolveMaterialDispute`, by the owner.' },
    RETURN: { description: '`returnMaterial`, by the receiver of a loan.' },
    SETTLE_SHORTFALL: { description: '`settleShortfall`, by both.' },
  },
});

@ObjectType('MaterialTransferStock', {
  description: 'Where the goods of a transfer are, by the ledger, in base units.',
})
export class TransferStockView {
  @Field(() => DecimalScalar, { description: 'Held for the receiver.' }) reserved: string;
  @Field(() => DecimalScalar, { description: 'Handed over and not accepted yet.' }) delivered: string;
  @Field(() => DecimalScalar, { description: 'Bought and accepted.' }) received: string;
  @Field(() => DecimalScalar, { description: 'Lent and still due.' }) onLoan: string;
  @Field(() => DecimalScalar, { description: 'Said to be brought back; the owner has not answered yet.' })
  returning: string;
  @Field(() => DecimalScalar, { description: 'Back with the owner.' }) returned: string;
  @Field(() => DecimalScalar, { description: 'Not brought back and settled in money.' }) shortfall: string;
  @Field(() => DecimalScalar, {
    description: 'What was handed over less what was accepted; below zero where the receiver weighed more.',
  })
  difference: string;
}

@ObjectType('MaterialShortfall', { description: 'A price for what of a loan will not come back.' })
export class ShortfallView {
  @Field(() => SideEnum, { description: 'Who named it last.' }) namedBy: Side;
  @Field(() => DecimalScalar, { description: 'How much it is for, in base units.' }) quantity: string;
  @Field(() => FenScalar, { description: 'For all of it together, in fen.' }) fen: number;
  @Field(() => Date, { nullable: true, description: 'When the other named the same; null while it waits for that.' })
  settledAt: Date | null;
}

@ObjectType('MaterialTransfer', { description: '调拨: goods of a lot on their way from one enterprise to another.' })
export class MaterialTransferView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field(() => SideEnum, { description: 'Which of the two you are.' }) side: Side;
  @Field(() => MaterialTransferStateEnum, { description: 'Where it stands.' }) state: MaterialTransferState;
  @Field(() => DecimalScalar, { description: 'How much was reserved, in base units, as are all quantities here.' })
  quantity: string;
  @Field(() => Date, { description: 'When it was reserved.' }) reservedAt: Date;
  @Field(() => Date, { description: 'When the reservation runs out, unless the goods are handed over.' })
  expiresAt: Date;
  @Field(() => ReleasedByEnum, { nullable: true, description: 'Who ended the reservation; null where nobody did.' })
  releasedBy: ReleasedBy | null;
  @Field(() => String, { nullable: true, description: 'Why it was declined or released.' })
  releaseReason: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'What the owner stated to have handed over.' })
  deliveredQuantity: string | null;
  @Field(() => String, { nullable: true, description: 'Number of the delivery note.' }) deliveryNote: string | null;
  @Field(() => String, { nullable: true, description: 'Why the owner delivered much more or less than was reserved.' })
  deviationReason: string | null;
  @Field(() => Date, { nullable: true, description: 'When the owner stated it.' }) deliveredAt: Date | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'What the receiver said came, in a dispute.' })
  claimedQuantity: string | null;
  @Field(() => String, { nullable: true, description: 'What the receiver said is wrong.' })
  disputeReason: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'What the owner offers to end the dispute.' })
  offeredQuantity: string | null;
  @Field(() => String, { nullable: true, description: 'The owner’s word to it.' }) offerNote: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'What both agree on.' }) acceptedQuantity: string | null;
  @Field(() => Date, { nullable: true, description: 'Since when they do.' }) acceptedAt: Date | null;
  @Field(() => FenScalar, {
    nullable: true,
    description: 'Of an accepted sale: accepted quantity × price, in fen, half a fen rounded up.',
  })
  invoiceFen: number | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Of an accepted loan: when it is due.' })
  dueOn: string | null;
  @Field(() => ShortfallView, { nullable: true, description: 'A price for what will not come back; null where none.' })
  shortfallTerms: ShortfallView | null;

  /** For extension fields only; not part of the API. */
  lotId: string;
  requestId: string | null;
  ownerId: string;
  receiverId: string;
}

export const MaterialTransferConnection = ConnectionOf(MaterialTransferView, 'MaterialTransfer');

/** A transfer as a party to it sees it; the service shows it to nobody else. */
export function toMaterialTransferView(transfer: MaterialTransfer, viewer: EnterpriseViewer): MaterialTransferView {
  const { id, state, reservedAt, expiresAt, releasedBy, releaseReason, deliveryNote, deviationReason } = transfer;
  const { deliveredAt, disputeReason, offerNote, acceptedAt, invoiceFen, dueOn } = transfer;
  const { lotId, requestId, ownerId, receiverId } = transfer;
  return {
    ...{ id, state, reservedAt, expiresAt, releasedBy, releaseReason, deliveryNote, deviationReason },
    ...{ deliveredAt, disputeReason, offerNote, acceptedAt, invoiceFen, dueOn },
    ...{ lotId, requestId, ownerId, receiverId },
    side: sideOf(transfer, viewer.enterpriseId) ?? 'receiver',
    quantity: plain(transfer.quantity),
    deliveredQuantity: orNull(transfer.deliveredQuantity),
    claimedQuantity: orNull(transfer.claimedQuantity),
    offeredQuantity: orNull(transfer.offeredQuantity),
    acceptedQuantity: orNull(transfer.acceptedQuantity),
    shortfallTerms: toShortfallView(transfer),
  };
}

function toShortfallView(transfer: MaterialTransfer): ShortfallView | null {
  const { shortfallBy, shortfallQuantity, shortfallFen, shortfallSettledAt, ownerId } = transfer;
  if (shortfallBy === null || shortfallQuantity === null || shortfallFen === null) return null;
  return {
    namedBy: shortfallBy === ownerId ? 'owner' : 'receiver',
    quantity: plain(shortfallQuantity),
    fen: shortfallFen,
    settledAt: shortfallSettledAt,
  };
}

export function toTransferStockView(balances: Balances | undefined): TransferStockView {
  const of = (type: Parameters<typeof balanceOf>[1]): string => plain(balanceOf(balances, type));
  return {
    ...{ reserved: of('reserved'), delivered: of('delivered'), received: of('received'), onLoan: of('on_loan') },
    ...{ returning: of('returning'), returned: of('returned'), shortfall: of('shortfall') },
    difference: of('difference'),
  };
}

const orNull = (quantity: string | null): string | null => (quantity === null ? null : plain(quantity));
