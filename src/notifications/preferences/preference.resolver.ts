import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, members } from '../../platform/auth/allow.decorator.js';
import { Me } from '../../platform/auth/request-viewer.js';
import type { LoggedIn } from '../../platform/auth/viewer.js';
import { SetNotificationPreferencesInput } from './preference.input.js';
import { NotificationPreferences } from './preference.service.js';
import { NotificationPreferencesView, toNotificationPreferencesView } from './preference.view.js';

const own = { to: members, owns: 'the viewer’s own preferences' } as const;

@Resolver(() => NotificationPreferencesView)
export class NotificationPreferenceResolver {
  constructor(private readonly preferences: NotificationPreferences) {}

  @Query(() => NotificationPreferencesView, { description: 'How you are told.' })
  @Allow(own)
  async notificationPreferences(@Me() viewer: LoggedIn): Promise<NotificationPreferencesView> {
    return toNotificationPreferencesView(await this.preferences.of(viewer));
  }

  @Mutation(() => NotificationPreferencesView, {
    description: 'Chooses how you are told. The app itself always shows everything.',
  })
  @Allow(own)
  async setNotificationPreferences(
    @Me() viewer: LoggedIn,
    @Args('input') input: SetNotificationPreferencesInput,
  ): Promise<NotificationPreferencesView> {
    return toNotificationPreferencesView(await this.preferences.set(viewer, input));
  }
}
