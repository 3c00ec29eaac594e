import { Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import { Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { IdArg } from '../../platform/graphql/id-arg.js';
import { LiveTopics } from '../../platform/live/live-topics.js';
import type { News } from '../../platform/live/news.js';
import { NewsSubscription } from '../../platform/live/news-subscription.decorator.js';
import { MatchRunDesk } from './match-run-desk.service.js';

@Resolver()
export class MatchRunLiveResolver {
  constructor(
    private readonly topics: LiveTopics,
    private readonly desk: MatchRunDesk,
  ) {}

  @NewsSubscription('A match run went on or ended.')
  @Allow({ to: ['bureau', 'operator'], owns: 'news of runs of markets that the viewer’s jurisdiction touches' })
  async matchRunChanged(@Me() viewer: BureauViewer | OperatorViewer, @IdArg() id: string): Promise<News> {
    await this.desk.require(viewer, id);
    return this.topics.hear(`match-run:${id}`);
  }
}
