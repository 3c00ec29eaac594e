import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Enterprises, EnterpriseView, toEnterpriseView, Workers } from '../../directory/index.js';
import { Allow, type Policy } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer, Viewer, WorkerViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { type Connection, PageArgs, toConnection } from '../../platform/graphql/connection.js';
import { CandidateView, toCandidateView } from '../candidates/candidate.view.js';
import { ComplianceFindingView, toComplianceFindingView } from '../compliance/compliance.view.js';
import { PayLines } from './pay-line.service.js';
import {
  LineActionEnum,
  LineObjectionView,
  ObjectionActionEnum,
  PayLineConnection,
  PayLineView,
  PayPeriodView,
  toObjectionView,
  toPayLineView,
  toPayPeriodView,
  toWorkerPaymentView,
  WorkerPaymentView,
} from './pay-line.view.js';
import { type LineAction, lineActions, type ObjectionAction, objectionActions } from './settlement-action.rules.js';
import { lineFindings } from './settlement-finding.rules.js';
import { AnswerObjectionInput, ObjectToLineInput } from './settlement.input.js';
import { Settlements } from './settlement.service.js';

const readers: Policy = {
  to: ['worker', 'enterprise'],
  owns: 'the worker’s own lines, and lines of settlements that the viewer’s enterprise is party to',
  scope: 'labour:read',
};
const objectors: Policy = {
  to: ['worker', 'enterprise'],
  owns: 'the worker’s own objections, and those to lines of the viewer’s enterprise as lender',
  scope: 'labour:read',
};

@Resolver(() => PayLineView)
export class PayLineResolver {
  constructor(
    private readonly lines: PayLines,
    private readonly settlements: Settlements,
    private readonly workers: Workers,
    private readonly enterprises: Enterprises,
    private readonly clock: Clock,
  ) {}

  @Query(() => PayLineConnection, { description: 'Your own pay, period by period, newest first.' })
  @Allow({ to: ['worker'], owns: 'the viewer’s own lines' })
  async myPayLines(@Me() viewer: WorkerViewer, @Args() page: PageArgs): Promise<Connection<PayLineView>> {
    return toConnection(await this.lines.mine(viewer, page), toPayLineView);
  }

  @Mutation(() => LineObjectionView, {
    description:
      'Says that your own line is wrong, at any time after it was issued. It has no effect on anything else.',
  })
  @Allow({ to: ['worker'], owns: 'the viewer’s own lines' })
  async objectToLine(
    @Me() viewer: WorkerViewer,
    @Args('input', { description: 'Which line, and why.' }) input: ObjectToLineInput,
  ): Promise<LineObjectionView> {
    return toObjectionView(await this.lines.object(viewer, input));
  }

  @Mutation(() => LineObjectionView, {
    description: 'Answers, as the lender, a worker’s objection. What it grants is paid with the worker’s next line.',
  })
  @Allow({
    to: ['enterprise'],
    owns: 'objections to lines of the viewer’s enterprise as lender',
    scope: 'labour:write',
  })
  async answerObjection(
    @Me() viewer: EnterpriseViewer,
    @Args('input', { description: 'The answer.' }) input: AnswerObjectionInput,
  ): Promise<LineObjectionView> {
    return toObjectionView(await this.lines.answer(viewer, input));
  }

  @ResolveField(() => PayPeriodView, { nullable: true, description: 'The period that it pays.' })
  @Allow(readers)
  async period(@Parent() { row }: PayLineView, @Ctx() ctx: RequestContext): Promise<PayPeriodView | undefined> {
    const settlement = await ctx.load(this.settlements.byIds, row.settlementId);
    return settlement && toPayPeriodView(settlement);
  }

  @ResolveField(() => CandidateView, { nullable: true, description: 'Whose pay it is.' })
  @Allow(readers)
  async candidate(@Parent() { row }: PayLineView, @Ctx() ctx: RequestContext): Promise<CandidateView | undefined> {
    const worker = await ctx.load(this.workers.byIds, row.workerId);
    return worker && toCandidateView(worker);
  }

  @ResolveField(() => EnterpriseView, { nullable: true, description: 'Where the work was done.' })
  @Allow(readers)
  async host(@Parent() { row }: PayLineView, @Me() viewer: Viewer, @Ctx() ctx: RequestContext) {
    const settlement = await ctx.load(this.settlements.byIds, row.settlementId);
    const host = settlement && (await ctx.load(this.enterprises.byIds, settlement.hostId));
    return host && toEnterpriseView(host, viewer);
  }

  @ResolveField(() => EnterpriseView, { nullable: true, description: 'The employer, who pays the worker.' })
  @Allow(readers)
  async lender(@Parent() { row }: PayLineView, @Me() viewer: Viewer, @Ctx() ctx: RequestContext) {
    const settlement = await ctx.load(this.settlements.byIds, row.settlementId);
    const lender = settlement && (await ctx.load(this.enterprises.byIds, settlement.lenderId));
    return lender && toEnterpriseView(lender, viewer);
  }

  @ResolveField(() => [WorkerPaymentView], { description: 'Proof of the second leg: lender to worker.' })
  @Allow(readers)
  async payments(@Parent() { id }: PayLineView, @Ctx() ctx: RequestContext): Promise<WorkerPaymentView[]> {
    return ((await ctx.load(this.lines.paymentsOf, id)) ?? []).map(toWorkerPaymentView);
  }

  @ResolveField(() => [LineObjectionView], {
    description: 'Objections of its worker, shown to the worker and the lender; a host sees none.',
  })
  @Allow(readers)
  async objections(
    @Parent() { id, row }: PayLineView,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<LineObjectionView[]> {
    const objections = (await ctx.load(this.lines.objectionsOf, id)) ?? [];
    return this.lines.shownTo(viewer, row, objections).map(toObjectionView);
  }

  @ResolveField(() => [ComplianceFindingView], { description: 'What does not add up today.' })
  @Allow(readers)
  async findings(@Parent() { row }: PayLineView, @Ctx() ctx: RequestContext): Promise<ComplianceFindingView[]> {
    const settlement = await ctx.load(this.settlements.byIds, row.settlementId);
    const found = settlement ? lineFindings(row, settlement, this.clock.today()) : [];
    return found.map((finding) => toComplianceFindingView(finding, ctx.language));
  }

  @ResolveField(() => [LineActionEnum], { description: 'What you may do with it now.' })
  @Allow(readers)
  async actions(
    @Parent() { id, row }: PayLineView,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<LineAction[]> {
    const objections = (await ctx.load(this.lines.objectionsOf, id)) ?? [];
    return lineActions(row, objections.filter(({ state }) => state === 'open').length, viewer);
  }
}

@Resolver(() => LineObjectionView)
export class LineObjectionResolver {
  @ResolveField(() => [ObjectionActionEnum], { description: 'What you may do with it now.' })
  @Allow(objectors)
  actions(@Parent() objection: LineObjectionView, @Me() viewer: Viewer): ObjectionAction[] {
    return objectionActions(objection, viewer);
  }
}
