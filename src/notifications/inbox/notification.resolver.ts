import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, members } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { LoggedIn, Viewer } from '../../platform/auth/viewer.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { LiveTopics } from '../../platform/live/live-topics.js';
import type { News } from '../../platform/live/news.js';
import { NewsSubscription } from '../../platform/live/news-subscription.decorator.js';
import { MarkNotificationsReadInput, NotificationListArgs } from './notification.input.js';
import { Notifications } from './notification.service.js';
import { NotificationConnection, NotificationView, toNotificationView } from './notification.view.js';

const own = { to: members, owns: 'the viewer’s own notifications' } as const;

@Resolver(() => NotificationView)
export class NotificationResolver {
  constructor(
    private readonly notifications: Notifications,
    private readonly topics: LiveTopics,
  ) {}

  @Query(() => NotificationConnection, { description: 'What you should know, newest first.' })
  @Allow(own)
  async myNotifications(
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
    @Args() args: NotificationListArgs,
  ): Promise<Connection<NotificationView>> {
    return toConnection(await this.notifications.mine(viewer, args.unreadOnly, args), toNotificationView(ctx.language));
  }

  @Query(() => Int, { description: 'How much of it you have not read.' })
  @Allow(own)
  async unreadNotificationCount(@Me() viewer: Viewer): Promise<number> {
    return this.notifications.countUnread(viewer);
  }

  @NewsSubscription('You were told something, or have read it.')
  @Allow(own)
  async notificationsChanged(@Me() viewer: LoggedIn): Promise<News> {
    return this.topics.hear(`account:${viewer.accountId}`);
  }

  @Mutation(() => Int, { description: 'Marks notifications as read; answers how many are unread still.' })
  @Allow(own)
  async markNotificationsRead(@Me() viewer: Viewer, @Args('input') input: MarkNotificationsReadInput): Promise<number> {
    return this.notifications.markRead(viewer, input.ids);
  }
}
