import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Enterprises, EnterpriseView, toEnterpriseView, Workers } from '../../directory/index.js';
import { IdArg } from '../../platform/graphql/id-arg.js';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer, Viewer, WorkerViewer } from '../../platform/auth/viewer.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { CandidateView, toCandidateView } from '../candidates/candidate.view.js';
import { Needs } from '../needs/need.service.js';
import { LabourNeedView, toNeedView } from '../needs/need.view.js';
import { lenderLacks, type OfferAction } from './offer-action.rules.js';
import { OfferAnswers } from './offer-answer.service.js';
import { MakeOfferInput, OfferInput, OfferListArgs } from './offer.input.js';
import { Offers } from './offer.service.js';
import {
  MissingPaperView,
  OfferActionEnum,
  OfferConnection,
  OfferView,
  toMissingPaperView,
  toOfferView,
} from './offer.view.js';

const host = {
  to: ['enterprise'],
  owns: 'offers for needs of the viewer’s enterprise',
  scope: 'labour:write',
} as const;
const parties = {
  to: ['enterprise', 'worker'],
  owns: 'offers whose host, lender or worker the viewer is',
  scope: 'labour:read',
} as const;

@Resolver(() => OfferView)
export class OfferResolver {
  constructor(
    private readonly offers: Offers,
    private readonly answers: OfferAnswers,
    private readonly needs: Needs,
    private readonly workers: Workers,
    private readonly enterprises: Enterprises,
  ) {}

  @Mutation(() => OfferView, { description: 'Offers a seat to a proposed or applying worker.' })
  @Allow(host)
  async makeOffer(@Me() viewer: EnterpriseViewer, @Args('input') input: MakeOfferInput): Promise<OfferView> {
    return toOfferView(await this.offers.make(viewer, input));
  }

  @Mutation(() => OfferView, { description: 'Takes back an offer of yours that is not confirmed.' })
  @Allow(host)
  async withdrawOffer(@Me() viewer: EnterpriseViewer, @Args('input') input: OfferInput): Promise<OfferView> {
    return toOfferView(await this.answers.withdraw(viewer, input.offerId));
  }

  @Mutation(() => OfferView, { description: 'Accepts an offer made to you. From here its host knows who you are.' })
  @Allow({ to: ['worker'], owns: 'offers to the viewer' })
  async acceptOffer(@Me() viewer: WorkerViewer, @Args('input') input: OfferInput): Promise<OfferView> {
    return toOfferView(await this.answers.accept(viewer, input.offerId));
  }

  @Mutation(() => OfferView, {
    description: 'Declines an offer, as its worker or as the lender. Declining has no effect on anything else.',
  })
  @Allow({ to: ['worker', 'enterprise'], owns: 'offers whose worker or lender the viewer is', scope: 'labour:write' })
  async declineOffer(
    @Me() viewer: WorkerViewer | EnterpriseViewer,
    @Args('input') input: OfferInput,
  ): Promise<OfferView> {
    return toOfferView(await this.answers.decline(viewer, input.offerId));
  }

  @Mutation(() => OfferView, {
    description: 'Confirms, as the lender, a loan that your worker accepted; the placement exists from here.',
  })
  @Allow({ to: ['enterprise'], owns: 'offers to the viewer’s employees', scope: 'labour:write' })
  async confirmOffer(@Me() viewer: EnterpriseViewer, @Args('input') input: OfferInput): Promise<OfferView> {
    return toOfferView(await this.answers.confirm(viewer, input.offerId));
  }

  @Query(() => OfferView, { nullable: true, description: 'One offer that you are party to.' })
  @Allow(parties)
  async offer(@Me() viewer: Viewer, @IdArg() id: string): Promise<OfferView> {
    return toOfferView(await this.offers.require(viewer, id));
  }

  @Query(() => OfferConnection, { name: 'offers', description: 'Offers that you are party to, newest first.' })
  @Allow(parties)
  async list(@Me() viewer: Viewer, @Args() args: OfferListArgs): Promise<Connection<OfferView>> {
    return toConnection(await this.offers.list(viewer, args), toOfferView);
  }

  @ResolveField(() => LabourNeedView, { nullable: true, description: 'The need it is for.' })
  @Allow(parties)
  async need(@Parent() offer: OfferView, @Ctx() ctx: RequestContext): Promise<LabourNeedView | undefined> {
    const need = await ctx.load(this.needs.byIds, offer.needId);
    return need && toNeedView(need);
  }

  @ResolveField(() => CandidateView, { nullable: true, description: 'Whom it is made to.' })
  @Allow(parties)
  async candidate(@Parent() offer: OfferView, @Ctx() ctx: RequestContext): Promise<CandidateView | undefined> {
    const worker = await ctx.load(this.workers.byIds, offer.workerId);
    return worker && toCandidateView(worker);
  }

  @ResolveField(() => EnterpriseView, { nullable: true, description: 'The lender, for a loan.' })
  @Allow(parties)
  async lender(
    @Parent() offer: OfferView,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<EnterpriseView | undefined> {
    const lender = offer.lenderId === null ? undefined : await ctx.load(this.enterprises.byIds, offer.lenderId);
    return lender && toEnterpriseView(lender, viewer);
  }

  @ResolveField(() => [OfferActionEnum], { description: 'What you may do with it now.' })
  @Allow(parties)
  async actions(@Parent() offer: OfferView, @Me() viewer: Viewer, @Ctx() ctx: RequestContext): Promise<OfferAction[]> {
    const facts = orRefuse(await ctx.load(this.answers.factsOf, offer.id), notFound());
    return this.answers.actionsOf(viewer, offer, facts);
  }

  @ResolveField(() => [MissingPaperView], { description: 'What you, as its lender, still lack to confirm it.' })
  @Allow(parties)
  async missing(@Parent() offer: OfferView, @Me() viewer: Viewer, @Ctx() ctx: RequestContext) {
    const facts = orRefuse(await ctx.load(this.answers.factsOf, offer.id), notFound());
    return lenderLacks(offer, viewer, facts).map((one) => toMissingPaperView(one, ctx.language));
  }
}
