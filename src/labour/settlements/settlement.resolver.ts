import { Args, Float, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Enterprises, EnterpriseView, toEnterpriseView } from '../../directory/index.js';
import { Allow, type Policy } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer, Viewer } from '../../platform/auth/viewer.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';
import { type Connection, PageArgs, toConnection } from '../../platform/graphql/connection.js';
import { IdArg } from '../../platform/graphql/id-arg.js';
import { ComplianceFindingView, toComplianceFindingView } from '../compliance/compliance.view.js';
import { PayLineConnection, PayLineView, toPayLineView } from './pay-line.view.js';
import type { SettlementAction } from './settlement-action.rules.js';
import { SettlementListArgs } from './settlement.input.js';
import { Settlements } from './settlement.service.js';
import {
  HostPaymentView,
  InsuranceProofView,
  LatePaymentView,
  SettlementActionEnum,
  SettlementConnection,
  SettlementView,
  toHostPaymentView,
  toInsuranceProofView,
  toSettlementView,
} from './settlement.view.js';

const parties: Policy = {
  to: ['enterprise'],
  owns: 'settlements whose host or lender the viewer’s enterprise is',
  scope: 'labour:read',
};
const readers: Policy = {
  to: ['enterprise', 'bureau'],
  owns: 'settlements of the viewer’s enterprise, or in the bureau’s jurisdiction',
  scope: 'labour:read',
};

@Resolver(() => SettlementView)
export class SettlementResolver {
  constructor(
    private readonly settlements: Settlements,
    private readonly enterprises: Enterprises,
  ) {}

  @Query(() => SettlementView, { nullable: true, description: 'One settlement that you may see.' })
  @Allow(readers)
  async settlement(@Me() viewer: Viewer, @IdArg() id: string): Promise<SettlementView> {
    return toSettlementView(await this.settlements.require(viewer, id));
  }

  @Query(() => SettlementConnection, {
    name: 'settlements',
    description: 'Settlements that your enterprise is party to, newest first.',
  })
  @Allow(parties)
  async list(@Me() viewer: Viewer, @Args() args: SettlementListArgs): Promise<Connection<SettlementView>> {
    return toConnection(await this.settlements.list(viewer, args), toSettlementView);
  }

  @Query(() => SettlementConnection, {
    description:
      'Settlements in your jurisdiction with a payment or a proof that is late today, the longest late first.',
  })
  @Allow({ to: ['bureau'], owns: 'settlements in the bureau’s jurisdiction' })
  async lateSettlements(@Me() viewer: BureauViewer, @Args() page: PageArgs): Promise<Connection<SettlementView>> {
    return toConnection(await this.settlements.late(viewer, page), ({ row }) => toSettlementView(row));
  }

  @ResolveField(() => EnterpriseView, { nullable: true, description: 'Who pays.' })
  @Allow(readers)
  async host(@Parent() { row }: SettlementView, @Me() viewer: Viewer, @Ctx() ctx: RequestContext) {
    const host = await ctx.load(this.enterprises.byIds, row.hostId);
    return host && toEnterpriseView(host, viewer);
  }

  @ResolveField(() => EnterpriseView, { nullable: true, description: 'Who passes on what is paid.' })
  @Allow(readers)
  async lender(@Parent() { row }: SettlementView, @Me() viewer: Viewer, @Ctx() ctx: RequestContext) {
    const lender = await ctx.load(this.enterprises.byIds, row.lenderId);
    return lender && toEnterpriseView(lender, viewer);
  }

  @ResolveField(() => PayLineConnection, { description: 'One line for each worker, newest first.' })
  @Allow(parties)
  async lines(
    @Parent() { id }: SettlementView,
    @Me() viewer: Viewer,
    @Args() page: PageArgs,
  ): Promise<Connection<PayLineView>> {
    return toConnection(await this.settlements.lines(viewer, id, page), toPayLineView);
  }

  @ResolveField(() => [HostPaymentView], { description: 'Proof of the first leg: host to lender.' })
  @Allow(readers)
  async hostPayments(@Parent() { id }: SettlementView, @Ctx() ctx: RequestContext): Promise<HostPaymentView[]> {
    return ((await ctx.load(this.settlements.paymentsOf, id)) ?? []).map(toHostPaymentView);
  }

  @ResolveField(() => [InsuranceProofView], {
    description: 'Proof of social insurance for the month in which the period ends.',
  })
  @Allow(readers)
  async insuranceProofs(@Parent() { id }: SettlementView, @Ctx() ctx: RequestContext): Promise<InsuranceProofView[]> {
    return ((await ctx.load(this.settlements.proofsOf, id)) ?? []).map(toInsuranceProofView);
  }

  @ResolveField(() => [ComplianceFindingView], { description: 'What does not add up today, the gravest first.' })
  @Allow(readers)
  async findings(@Parent() { id, row }: SettlementView, @Ctx() ctx: RequestContext): Promise<ComplianceFindingView[]> {
    const standing = orRefuse(await ctx.load(this.settlements.standingOf, id), notFound());
    return this.settlements.findingsOf(row, standing).map((finding) => toComplianceFindingView(finding, ctx.language));
  }

  @ResolveField(() => [LatePaymentView], { description: 'What is late about it today, the longest first.' })
  @Allow(readers)
  async late(@Parent() { id }: SettlementView, @Ctx() ctx: RequestContext): Promise<LatePaymentView[]> {
    return (await ctx.load(this.settlements.lateOf, id)) ?? [];
  }

  @ResolveField(() => String, { description: 'The number by which the parties know the agreement.' })
  @Allow(readers)
  async agreementNumber(@Parent() { id }: SettlementView, @Ctx() ctx: RequestContext): Promise<string> {
    return orRefuse(await ctx.load(this.settlements.standingOf, id), notFound()).agreementNumber;
  }

  @ResolveField(() => Float, { description: 'What the workers have got, by proof, in fen.' })
  @Allow(readers)
  async workersPaidFen(@Parent() { id }: SettlementView, @Ctx() ctx: RequestContext): Promise<number> {
    return orRefuse(await ctx.load(this.settlements.standingOf, id), notFound()).workersPaidFen;
  }

  @ResolveField(() => [SettlementActionEnum], { description: 'What you may do with it now.' })
  @Allow(readers)
  async actions(
    @Parent() { id, row }: SettlementView,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<SettlementAction[]> {
    const { agreementState } = orRefuse(await ctx.load(this.settlements.standingOf, id), notFound());
    return this.settlements.actionsOf(viewer, row, agreementState);
  }
}
