import { InputType } from '@nestjs/graphql';
import { IdInput } from '../../platform/graphql/input-fields.js';

@InputType({ description: 'Which request for consent.' })
export class ConsentInput {
  @IdInput({ description: 'The consent.' }) consentId: string;
}
