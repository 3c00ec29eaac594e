import { Field, InputType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import { BooleanInput, EnumInput, type FaultContext } from '../../platform/graphql/input-fields.js';
import { type NotificationTopic, topics } from '../topics/topic.rules.js';
import type { Digest } from './preference.entity.js';
import { preferenceMessages } from './preference.messages.js';
import { DigestEnum, NotificationTopicEnum } from './preference.view.js';

const time = /^([01]\d|2[0-3]):[0-5]\d$/;
const notATime = { context: { message: preferenceMessages.time } satisfies FaultContext };

@InputType({ description: 'How you want to be told. It takes the place of what you chose before.' })
export class SetNotificationPreferencesInput {
  @BooleanInput({ description: 'Whether messages come by e-mail.' }) email: boolean;
  @BooleanInput({ description: 'Whether the most important come by SMS.' }) sms: boolean;

  @Field(() => [NotificationTopicEnum], {
    description: 'What is told in the app only. What a term of the law or money hangs on still comes.',
  })
  @IsArray()
  @ArrayMaxSize(topics.length)
  @ArrayUnique()
  @IsIn(topics, { each: true })
  mutedTopics: NotificationTopic[];

  @Field(() => String, {
    nullable: true,
    description: 'From when nothing is sent, local time `HH:MM`; null: no quiet hours.',
  })
  @IsOptional()
  @Matches(time, notATime)
  quietFrom?: string | null;

  @Field(() => String, { nullable: true, description: 'Until when nothing is sent, local time `HH:MM`.' })
  @IsOptional()
  @Matches(time, notATime)
  quietUntil?: string | null;

  @EnumInput(DigestEnum, { description: 'Whether what can wait comes together, once a day.' }) digest: Digest;
}
