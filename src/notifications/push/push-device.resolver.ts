import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, members } from '../../platform/auth/allow.decorator.js';
import { Me } from '../../platform/auth/request-viewer.js';
import type { LoggedIn } from '../../platform/auth/viewer.js';
import { AddPushDeviceInput, RemovePushDeviceInput } from './push-device.input.js';
import { PushDevices } from './push-device.service.js';
import { PushSettingsView, toPushSettingsView } from './push-device.view.js';

const own = { to: members, owns: 'the viewer’s own devices' } as const;

@Resolver(() => PushSettingsView)
export class PushDeviceResolver {
  constructor(private readonly devices: PushDevices) {}

  @Query(() => PushSettingsView, { description: 'Whether push messages can come, and to which of your devices.' })
  @Allow(own)
  async pushSettings(@Me() viewer: LoggedIn): Promise<PushSettingsView> {
    return toPushSettingsView(await this.devices.of(viewer));
  }

  @Mutation(() => PushSettingsView, { description: 'Has push messages come to this device until you log out on it.' })
  @Allow(own)
  async addPushDevice(@Me() viewer: LoggedIn, @Args('input') input: AddPushDeviceInput): Promise<PushSettingsView> {
    return toPushSettingsView(await this.devices.add(viewer, input));
  }

  @Mutation(() => PushSettingsView, { description: 'Has no push messages come to one of your devices any more.' })
  @Allow(own)
  async removePushDevice(
    @Me() viewer: LoggedIn,
    @Args('input') input: RemovePushDeviceInput,
  ): Promise<PushSettingsView> {
    return toPushSettingsView(await this.devices.remove(viewer, input.deviceId));
  }
}
