import { InputType } from '@nestjs/graphql';
import { IdempotencyKeyInput, IdInput, TextInput } from '../../platform/graphql/input-fields.js';

@InputType({
  description: 'Applying for a need. A person with an employer thereby tells the employer of their interest.',
})
export class ApplyInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @IdInput({ description: 'The need.' }) needId: string;
  @TextInput({ description: 'A few words to the host or the employer.', max: 500, defaultValue: '' }) note: string;
}

@InputType({ description: 'Which application.' })
export class ApplicationInput {
  @IdInput({ description: 'The application.' }) applicationId: string;
}
