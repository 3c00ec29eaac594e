import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, IsUUID } from 'class-validator';
import { PageArgs } from '../../platform/graphql/connection.js';
import { BooleanInput } from '../../platform/graphql/input-fields.js';

@ArgsType()
export class NotificationListArgs extends PageArgs {
  @BooleanInput({ description: 'Only what you have not read.', defaultValue: false }) unreadOnly: boolean;
}

@InputType({ description: 'Which notifications you have read.' })
export class MarkNotificationsReadInput {
  @Field(() => [ID], { description: 'Their ids, at most 100.' })
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  ids: string[];
}
