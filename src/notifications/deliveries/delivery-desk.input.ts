import { InputType } from '@nestjs/graphql';
import { IdInput } from '../../platform/graphql/input-fields.js';

@InputType({ description: 'Which failed delivery.' })
export class ResendDeliveryInput {
  @IdInput({ description: 'The delivery.' }) deliveryId: string;
}
