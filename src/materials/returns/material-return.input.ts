import { InputType } from '@nestjs/graphql';
import { FenInput, IdempotencyKeyInput, IdInput, TextInput } from '../../platform/graphql/input-fields.js';
import { QuantityField, QuantityInput } from '../catalogue/material-kind.input.js';

@InputType({ description: 'A part of a loan, or all of it, that the borrower brings back: the same kind and grade.' })
export class ReturnMaterialInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The transfer.' }) transferId: string;
  @QuantityField({ description: 'How much, as the borrower weighed or counted it.' }) quantity: QuantityInput;
  @TextInput({ description: 'A word to the owner.', max: 300, defaultValue: '' }) note: string;
}

@InputType({ description: 'What the owner takes back.' })
export class AcceptMaterialReturnInput {
  @IdInput({ description: 'The return.' }) materialReturnId: string;
  @QuantityField({ description: 'How much, as the owner weighed or counted it; the rest stays due.' })
  quantity: QuantityInput;
}

@InputType({ description: 'A return that the owner does not take, e.g. for its grade.' })
export class RefuseMaterialReturnInput {
  @IdInput({ description: 'The return.' }) materialReturnId: string;
  @TextInput({ description: 'Why; the borrower reads it.', max: 300 }) reason: string;
}

@InputType({ description: 'What is to be paid for all that is still due and will not come back.' })
export class SettleShortfallInput {
  @IdInput({ description: 'The transfer.' }) transferId: string;
  @FenInput({ description: 'For all of it together, in fen.', max: 1_000_000_000_000 }) fen: number;
}
