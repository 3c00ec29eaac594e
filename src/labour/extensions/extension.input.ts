import { InputType } from '@nestjs/graphql';
import { DateInput, IdempotencyKeyInput, IdInput } from '../../platform/graphql/input-fields.js';

@InputType({ description: 'Proposing a later end of a placement.' })
export class ProposeExtensionInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The placement.' }) placementId: string;
  @DateInput({ description: 'The new last day.' }) newEndsOn: string;
}

@InputType({ description: 'Which extension.' })
export class ExtensionInput {
  @IdInput({ description: 'The extension.' }) extensionId: string;
}
