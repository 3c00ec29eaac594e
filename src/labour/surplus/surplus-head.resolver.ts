import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Occupations, OccupationView, toOccupationView } from '../../directory/index.js';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { Consents } from '../consents/consent.service.js';
import { ConsentView, toConsentView } from '../consents/consent.view.js';
import { SurplusHeads } from './surplus-head.service.js';
import {
  NamedSurplusWorkerView,
  SurplusHeadConnection,
  SurplusHeadView,
  toNamedSurplusWorkerView,
  toSurplusHeadView,
} from './surplus-head.view.js';
import { NameSurplusWorkerInput, SurplusHeadArgs } from './surplus.input.js';
import { surplusReaders as readers, surplusWriters as writers } from './surplus.policy.js';
import { Surplus } from './surplus.service.js';

@Resolver(() => SurplusHeadView)
export class SurplusHeadResolver {
  constructor(
    private readonly surplus: Surplus,
    private readonly heads: SurplusHeads,
    private readonly consents: Consents,
    private readonly occupations: Occupations,
  ) {}

  @Mutation(() => NamedSurplusWorkerView, {
    description:
      'Says who a head of yours is and asks that worker for consent. Hand the claim code over: the worker signs up with it.',
  })
  @Allow(writers)
  async nameSurplusWorker(
    @Me() viewer: EnterpriseViewer,
    @Args('input', { description: 'Which head, and who.' }) input: NameSurplusWorkerInput,
  ): Promise<NamedSurplusWorkerView> {
    return toNamedSurplusWorkerView(await this.heads.name(viewer, input));
  }

  @Query(() => SurplusHeadConnection, { description: 'Heads of a listing of your enterprise, newest first.' })
  @Allow(readers)
  async surplusHeads(
    @Me() viewer: EnterpriseViewer,
    @Args() args: SurplusHeadArgs,
  ): Promise<Connection<SurplusHeadView>> {
    const listing = await this.surplus.require(viewer, args.listingId);
    return toConnection(await this.heads.list(listing.id, args), toSurplusHeadView);
  }

  @ResolveField(() => OccupationView, { nullable: true, description: 'What the worker can do.' })
  @Allow(readers)
  async occupation(
    @Parent() { lineId }: SurplusHeadView,
    @Ctx() ctx: RequestContext,
  ): Promise<OccupationView | undefined> {
    const line = await ctx.load(this.heads.linesByIds, lineId);
    const occupation = line && (await ctx.load(this.occupations.byIds, line.occupationId));
    return occupation && toOccupationView(occupation, ctx.language);
  }

  @ResolveField(() => Int, { nullable: true, description: 'How well, 1 to 5.' })
  @Allow(readers)
  async level(@Parent() { lineId }: SurplusHeadView, @Ctx() ctx: RequestContext): Promise<number | undefined> {
    return (await ctx.load(this.heads.linesByIds, lineId))?.level;
  }

  @ResolveField(() => String, { nullable: true, description: 'The worker’s name; null while the head is unnamed.' })
  @Allow(readers)
  async name(@Parent() { workerId }: SurplusHeadView, @Ctx() ctx: RequestContext): Promise<string | undefined> {
    return ctx.load(this.heads.namesOf, workerId);
  }

  @ResolveField(() => Boolean, { description: 'Whether the worker has a claim code that waits to be used.' })
  @Allow(readers)
  async claimPending(@Parent() { workerId }: SurplusHeadView, @Ctx() ctx: RequestContext): Promise<boolean> {
    return (await ctx.load(this.heads.claimPendingOf, workerId)) ?? false;
  }

  @ResolveField(() => ConsentView, {
    nullable: true,
    description: 'The worker’s newest consent towards you; null while the head is unnamed.',
  })
  @Allow(readers)
  async consent(@Parent() { workerId }: SurplusHeadView, @Ctx() ctx: RequestContext): Promise<ConsentView | undefined> {
    const consent = await ctx.load(this.consents.latestOf, workerId);
    return consent && toConsentView(consent);
  }
}
