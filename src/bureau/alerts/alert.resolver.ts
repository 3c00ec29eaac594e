import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer } from '../../platform/auth/viewer.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { IdArg } from '../../platform/graphql/id-arg.js';
import { ownAlerts } from '../bureau.policy.js';
import { AlertDesk } from './alert-desk.service.js';
import { AlertInbox } from './alert-inbox.service.js';
import { AlertInput, AlertListArgs, AssignAlertInput } from './alert.input.js';
import {
  AlertConnection,
  AlertRuleView,
  AlertStepView,
  AlertView,
  toAlertRuleView,
  toAlertView,
  toStepView,
} from './alert.view.js';

@Resolver(() => AlertView)
export class AlertResolver {
  constructor(
    private readonly inbox: AlertInbox,
    private readonly desk: AlertDesk,
  ) {}

  @Query(() => AlertConnection, { description: 'Alerts of your bureau and of those below it, newest first.' })
  @Allow(ownAlerts)
  async alerts(@Me() viewer: BureauViewer, @Args() args: AlertListArgs): Promise<Connection<AlertView>> {
    return toConnection(await this.inbox.page(viewer, args), toAlertView(viewer.bureauId));
  }

  @Query(() => AlertView, { nullable: true, description: 'One alert.' })
  @Allow(ownAlerts)
  async alert(@Me() viewer: BureauViewer, @IdArg() id: string): Promise<AlertView> {
    return toAlertView(viewer.bureauId)(await this.inbox.require(viewer, id, 'id'));
  }

  @Mutation(() => AlertView, { description: 'Says that you look after an alert.' })
  @Allow(ownAlerts)
  async acknowledgeAlert(@Me() viewer: BureauViewer, @Args('input') input: AlertInput): Promise<AlertView> {
    return toAlertView(viewer.bureauId)(await this.inbox.acknowledge(viewer, input));
  }

  @Mutation(() => AlertView, { description: 'Gives an alert to somebody of your bureau.' })
  @Allow(ownAlerts)
  async assignAlert(@Me() viewer: BureauViewer, @Args('input') input: AssignAlertInput): Promise<AlertView> {
    return toAlertView(viewer.bureauId)(await this.inbox.assign(viewer, input));
  }

  @Mutation(() => AlertView, { description: 'Writes something down about an alert.' })
  @Allow(ownAlerts)
  async noteOnAlert(@Me() viewer: BureauViewer, @Args('input') input: AlertInput): Promise<AlertView> {
    return toAlertView(viewer.bureauId)(await this.inbox.note(viewer, input));
  }

  @Mutation(() => AlertView, { description: 'Closes an alert before its figure does; its rule may raise it again.' })
  @Allow(ownAlerts)
  async closeAlert(@Me() viewer: BureauViewer, @Args('input') input: AlertInput): Promise<AlertView> {
    return toAlertView(viewer.bureauId)(await this.inbox.close(viewer, input));
  }

  @ResolveField(() => AlertRuleView, { nullable: true, description: 'The rule that raised it.' })
  @Allow(ownAlerts)
  async rule(@Parent() { ruleId }: AlertView, @Ctx() ctx: RequestContext): Promise<AlertRuleView | undefined> {
    const rule = await ctx.load(this.desk.byIds, ruleId);
    return rule && toAlertRuleView(rule, ctx.language);
  }

  @ResolveField(() => String, { description: 'The name of its part in your language; empty where there is none.' })
  @Allow(ownAlerts)
  async partName(@Parent() { ruleId, partId }: AlertView, @Ctx() ctx: RequestContext): Promise<string> {
    const rule = await ctx.load(this.desk.byIds, ruleId);
    if (partId === null || !rule?.splitBy) return '';
    const name = await ctx.load(this.desk.partsByKeys, `${rule.splitBy} ${partId}`);
    return (ctx.language === 'en' ? name?.nameEn : name?.nameZh) ?? partId;
  }

  @ResolveField(() => String, { nullable: true, description: 'The log-in of whoever looks after it.' })
  @Allow(ownAlerts)
  async assignee(@Parent() { assigneeId }: AlertView, @Ctx() ctx: RequestContext): Promise<string | undefined> {
    return assigneeId === null ? undefined : ctx.load(this.inbox.loginsOf, assigneeId);
  }

  @ResolveField(() => [AlertStepView], { description: 'What was done about it, in order.' })
  @Allow(ownAlerts)
  async steps(@Parent() { id }: AlertView, @Ctx() ctx: RequestContext): Promise<AlertStepView[]> {
    return ((await ctx.load(this.inbox.stepsOf, id)) ?? []).map(toStepView);
  }
}
