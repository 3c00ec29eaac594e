import { InputType } from '@nestjs/graphql';
import { Matches } from 'class-validator';
import { IdInput, type FaultContext, SecretInput } from '../../platform/graphql/input-fields.js';
import { pushMessages } from './push.messages.js';

const notAKey = { context: { message: pushMessages.key } satisfies FaultContext };

@InputType({ description: 'The push subscription of a browser, as its `PushManager` gives it.' })
export class AddPushDeviceInput {
  @SecretInput({ description: 'Its `endpoint`: where the browser’s push service takes messages.', min: 10, max: 1000 })
  endpoint: string;
  @SecretInput({ description: 'Its key `p256dh`, base64url.', min: 87, max: 88 })
  @Matches(/^[\w-]{87}=?$/, notAKey)
  p256dh: string;
  @SecretInput({ description: 'Its key `auth`, base64url.', min: 22, max: 24 })
  @Matches(/^[\w-]{22}={0,2}$/, notAKey)
  auth: string;
}

@InputType({ description: 'Which of your devices.' })
export class RemovePushDeviceInput {
  @IdInput({ description: 'The device.' }) deviceId: string;
}
