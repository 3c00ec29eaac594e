import { Resolver } from '@nestjs/graphql';
import { Allow, members } from '../../platform/auth/allow.decorator.js';
import { Me } from '../../platform/auth/request-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { IdArg } from '../../platform/graphql/id-arg.js';
import { LiveTopics } from '../../platform/live/live-topics.js';
import type { News } from '../../platform/live/news.js';
import { NewsSubscription } from '../../platform/live/news-subscription.decorator.js';
import { Needs } from '../needs/need.service.js';
import { topicOf } from './live.rules.js';

@Resolver()
export class LiveResolver {
  constructor(
    private readonly topics: LiveTopics,
    private readonly needs: Needs,
  ) {}

  @NewsSubscription('Something changed in your work, your enterprise’s deals, or the labour that you oversee.')
  @Allow({ to: members, owns: 'news of the viewer’s own work, enterprise or jurisdiction' })
  async workChanged(@Me() viewer: Viewer): Promise<News> {
    return this.topics.hear(topicOf(viewer));
  }

  @NewsSubscription('A need changed, or its proposals, applications, offers or placements.')
  @Allow({ to: members, owns: 'news of needs that the viewer may see' })
  async needChanged(@Me() viewer: Viewer, @IdArg() id: string): Promise<News> {
    await this.needs.require(viewer, id);
    return this.topics.hear(`need:${id}`);
  }
}
