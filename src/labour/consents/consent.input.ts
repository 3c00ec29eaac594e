import { InputType } from '@nestjs/graphql';
import { IdempotencyKeyInput, IdInput } from '../../platform/graphql/input-fields.js';

@InputType({ description: 'Which request for consent.' })
export class ConsentInput {
  @IdInput({ description: 'The consent.' }) consentId: string;
}

@InputType({ description: 'Which consent to ask for once more.' })
export class AskConsentAgainInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The consent that was refused, withdrawn or not answered.' }) consentId: string;
}
