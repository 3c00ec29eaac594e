import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { PushSettings } from './push-device.service.js';

@ObjectType('PushDevice', { description: 'A browser of yours that takes push messages while you are logged in on it.' })
export class PushDeviceView {
  @Field(() => ID, { description: 'Id of the device.' }) id: string;
  @Field({ description: 'Whether it is the one that asks.' }) isCurrent: boolean;
  @Field({ description: 'Since when.' }) createdAt: Date;
}

@ObjectType('PushSettings', { description: 'Push messages: the installation’s key and your devices.' })
export class PushSettingsView {
  @Field(() => String, {
    nullable: true,
    description: 'The key to subscribe with, base64url; null: push messages are not offered.',
  })
  publicKey: string | null;
  @Field(() => [PushDeviceView], { description: 'Your devices, newest first.' }) devices: PushDeviceView[];
}

export function toPushSettingsView({ publicKey, devices, sessionId }: PushSettings): PushSettingsView {
  return {
    publicKey: publicKey || null,
    devices: devices.map(({ id, createdAt, sessionId: own }) => ({ id, createdAt, isCurrent: own === sessionId })),
  };
}
