import { ArgsType, InputType, registerEnumType } from '@nestjs/graphql';
import { PageArgs } from '../../platform/graphql/connection.js';
import { EnumInput, IdempotencyKeyInput, IdInput, IntInput, TextInput } from '../../platform/graphql/input-fields.js';
import { QuantityField, QuantityInput } from '../catalogue/material-kind.input.js';
import { defaultHoldHours, maxHoldHours, type Side } from './material-transfer.rules.js';
import type { MaterialTransferState } from './material-transfer.states.js';

export const MaterialTransferStateEnum = {
  RESERVED: 'reserved',
  DELIVERED: 'delivered',
  DISPUTED: 'disputed',
  ACCEPTED: 'accepted',
  RETURNED: 'returned',
  RELEASED: 'released',
} as const satisfies Record<string, MaterialTransferState>;
registerEnumType(MaterialTransferStateEnum, {
  name: 'MaterialTransferState',
  description: 'Where a transfer stands.',
  valuesMap: {
    RESERVED: { description: 'The goods are held for the receiver until `expiresAt`.' },
    DELIVERED: { description: 'The owner has handed them over; the receiver accepts or disputes.' },
    DISPUTED: { description: 'The receiver states another quantity; the owner answers.' },
    ACCEPTED: { description: 'Both agree on the quantity. A sale ends here; a loan is due on `dueOn`.' },
    RETURNED: { description: 'A loan that is back, or settled.' },
    RELEASED: { description: 'Declined, released or run out before anything was handed over.' },
  },
});

export const SideEnum = { OWNER: 'owner', RECEIVER: 'receiver' } as const satisfies Record<string, Side>;
registerEnumType(SideEnum, {
  name: 'MaterialTransferSide',
  description: 'One of the two parties to a transfer.',
  valuesMap: { OWNER: { description: 'Whose goods they were.' }, RECEIVER: { description: 'Who takes them.' } },
});

@InputType({ description: 'What to reserve, from which lot.' })
export class ReserveMaterialInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The lot.' }) lotId: string;
  @IdInput({ description: 'A request of your enterprise that it is for.', optional: true }) requestId?: string | null;
  @QuantityField({ description: 'How much.' }) quantity: QuantityInput;
  @IntInput({
    description: 'Hours until the hold runs out.',
    min: 1,
    max: maxHoldHours,
    defaultValue: defaultHoldHours,
  })
  holdHours: number;
}

@InputType({ description: 'A reservation that the owner cannot or will not keep.' })
export class DeclineMaterialReservationInput {
  @IdInput({ description: 'The transfer.' }) transferId: string;
  @TextInput({ description: 'Why; the receiver reads it.', max: 300 }) reason: string;
}

@InputType({ description: 'A reservation that the receiver does not need any more.' })
export class ReleaseMaterialReservationInput {
  @IdInput({ description: 'The transfer.' }) transferId: string;
  @TextInput({ description: 'Why; the owner reads it.', max: 300, optional: true }) reason?: string | null;
}

@InputType({ description: 'What the owner handed over.' })
export class DeliverMaterialInput {
  @IdInput({ description: 'The transfer.' }) transferId: string;
  @QuantityField({ description: 'How much, as the owner weighed or counted it.' }) quantity: QuantityInput;
  @TextInput({ description: 'Number of the delivery note.', max: 60 }) deliveryNote: string;
  @TextInput({
    description: 'Why it differs from what was reserved; needed beyond the tolerance of the lot.',
    max: 300,
    optional: true,
  })
  reason?: string | null;
}

@InputType({ description: 'What the receiver accepts.' })
export class AcceptMaterialInput {
  @IdInput({ description: 'The transfer.' }) transferId: string;
  @QuantityField({
    description:
      'How much, as the receiver weighed or counted it: within the tolerance of the lot; after a dispute, what the owner offers.',
  })
  quantity: QuantityInput;
}

@InputType({ description: 'What the receiver says came instead.' })
export class DisputeMaterialInput {
  @IdInput({ description: 'The transfer.' }) transferId: string;
  @QuantityField({ description: 'How much the receiver would accept; 0 where nothing usable came.' })
  quantity: QuantityInput;
  @TextInput({ description: 'What is wrong.', max: 500 }) reason: string;
}

@InputType({ description: 'The owner’s answer to a dispute.' })
export class ResolveMaterialDisputeInput {
  @IdInput({ description: 'The transfer.' }) transferId: string;
  @QuantityField({ description: 'The receiver’s figure, which ends the dispute, or another one to offer.' })
  quantity: QuantityInput;
  @TextInput({ description: 'A word to the receiver.', max: 500, defaultValue: '' }) note: string;
}

@ArgsType()
export class MaterialTransferArgs extends PageArgs {
  @EnumInput(SideEnum, { description: 'Only those on this side of which you are.', optional: true }) side?: Side;
  @EnumInput(MaterialTransferStateEnum, { description: 'Only in this state.', optional: true })
  state?: MaterialTransferState;
  @IdInput({ description: 'Only out of this lot.', optional: true }) lotId?: string;
  @IdInput({ description: 'Only for this request.', optional: true }) requestId?: string;
}
