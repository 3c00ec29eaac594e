import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { IdArg } from '../../platform/graphql/id-arg.js';
import { LiveTopics } from '../../platform/live/live-topics.js';
import type { News } from '../../platform/live/news.js';
import { NewsSubscription } from '../../platform/live/news-subscription.decorator.js';
import { ScenarioDesk } from './scenario-desk.service.js';
import {
  AskRemediesInput,
  AskWeightsInput,
  AskWhatIfInput,
  CancelScenarioInput,
  ScenarioListArgs,
} from './scenario.input.js';
import { type Asker, Scenarios } from './scenario.service.js';
import { ScenarioConnection, ScenarioView, toScenarioView } from './scenario.view.js';

const own = {
  to: ['enterprise', 'bureau', 'operator'],
  owns: 'an enterprise’s own questions; bureaus’ about markets that the jurisdiction touches',
} as const;
const jurisdiction = { to: ['bureau', 'operator'], owns: 'markets that the viewer’s jurisdiction touches' } as const;

@Resolver(() => ScenarioView)
export class ScenarioResolver {
  constructor(
    private readonly scenarios: Scenarios,
    private readonly desk: ScenarioDesk,
    private readonly topics: LiveTopics,
  ) {}

  @Mutation(() => ScenarioView, { description: 'Asks what would be if, on a copy of a market; a job answers.' })
  @Allow(jurisdiction)
  async askWhatIf(
    @Me() viewer: BureauViewer | OperatorViewer,
    @Ctx() { language }: RequestContext,
    @Args('input') input: AskWhatIfInput,
  ): Promise<ScenarioView> {
    return toScenarioView(language)(await this.scenarios.askWhatIf(viewer, input));
  }

  @Mutation(() => ScenarioView, {
    description: 'Asks why seats are empty and what would fill them; a host about its own need. A job answers.',
  })
  @Allow({ ...own, scope: 'labour:read' })
  async askRemedies(
    @Me() viewer: Asker,
    @Ctx() { language }: RequestContext,
    @Args('input') input: AskRemediesInput,
  ): Promise<ScenarioView> {
    return toScenarioView(language)(await this.scenarios.askRemedies(viewer, input));
  }

  @Mutation(() => ScenarioView, {
    description: 'Asks whom other weights would seat, on a copy of a market; a job answers.',
  })
  @Allow({ to: ['operator'], owns: 'every market' })
  async askWeights(
    @Me() viewer: OperatorViewer,
    @Ctx() { language }: RequestContext,
    @Args('input') input: AskWeightsInput,
  ): Promise<ScenarioView> {
    return toScenarioView(language)(await this.scenarios.askWeights(viewer, input));
  }

  @Mutation(() => ScenarioView, { description: 'Drops a question that waits or is at work.' })
  @Allow(own)
  async cancelScenario(
    @Me() viewer: Asker,
    @Ctx() { language }: RequestContext,
    @Args('input') input: CancelScenarioInput,
  ): Promise<ScenarioView> {
    return toScenarioView(language)(await this.desk.cancel(viewer, input.scenarioId));
  }

  @Query(() => ScenarioView, { nullable: true, description: 'One question with its answer, once there is one.' })
  @Allow({ ...own, scope: 'labour:read' })
  async scenario(@Me() viewer: Asker, @Ctx() { language }: RequestContext, @IdArg() id: string): Promise<ScenarioView> {
    return toScenarioView(language)(await this.desk.require(viewer, id));
  }

  @Query(() => ScenarioConnection, {
    name: 'scenarios',
    description: 'Questions of bureaus about a market, newest first.',
  })
  @Allow(jurisdiction)
  async ofMarket(
    @Me() viewer: BureauViewer | OperatorViewer,
    @Ctx() { language }: RequestContext,
    @Args() args: ScenarioListArgs,
  ): Promise<Connection<ScenarioView>> {
    return toConnection(await this.desk.list(viewer, args), toScenarioView(language));
  }

  @NewsSubscription('A question went on or was answered.')
  @Allow(own)
  async scenarioChanged(@Me() viewer: Asker, @IdArg() id: string): Promise<News> {
    await this.desk.require(viewer, id);
    return this.topics.hear(`scenario:${id}`);
  }
}
