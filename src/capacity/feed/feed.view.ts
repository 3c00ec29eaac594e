import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { IdempotencyKeyInput } from '../../platform/graphql/input-fields.js';

@InputType({ description: 'A new address for your enterprise’s calendar feed.' })
export class RenewCapacityFeedInput {
  @IdempotencyKeyInput() idempotencyKey: string;
}

@ObjectType('CapacityFeed', {
  description: 'Your enterprise’s bookings as a calendar (iCalendar) that other programs subscribe to.',
})
export class CapacityFeedView {
  @Field(() => String, {
    nullable: true,
    description: 'Its address, which is its secret: told once, by the mutation that makes it; null ever after.',
  })
  url: string | null;
  @Field({ description: 'When this address was made.' }) createdAt: Date;
}
