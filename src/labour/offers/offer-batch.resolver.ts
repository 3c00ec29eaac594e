import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, type Policy } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { OfferBatches } from './offer-batch.service.js';
import { OfferOutcomeView, toOutcomeViews } from './offer-batch.view.js';
import { MakeOffersInput, OfferProposalsInput } from './offer.input.js';
import { Offers } from './offer.service.js';
import { OfferView, toOfferView } from './offer.view.js';

const host: Policy = { to: ['enterprise'], owns: 'offers for needs of the viewer’s enterprise', scope: 'labour:write' };

@Resolver(() => OfferOutcomeView)
export class OfferBatchResolver {
  constructor(
    private readonly batches: OfferBatches,
    private readonly offers: Offers,
  ) {}

  @Mutation(() => [OfferOutcomeView], {
    description: 'Offers seats to many workers at once. One outcome per item, in their order; problems are no errors.',
  })
  @Allow(host)
  async makeOffers(
    @Me() viewer: EnterpriseViewer,
    @Ctx() ctx: RequestContext,
    @Args('input', { description: 'Whom to offer a seat.' }) input: MakeOffersInput,
  ): Promise<OfferOutcomeView[]> {
    return toOutcomeViews(input.items, await this.batches.make(viewer, input), ctx.language);
  }

  @Mutation(() => [OfferOutcomeView], {
    description:
      'Offers the free seats of a need to the workers proposed for it now, the best first. One outcome per worker; ' +
      'problems are no errors.',
  })
  @Allow(host)
  async offerProposals(
    @Me() viewer: EnterpriseViewer,
    @Ctx() ctx: RequestContext,
    @Args('input', { description: 'Which need, and how many.' }) input: OfferProposalsInput,
  ): Promise<OfferOutcomeView[]> {
    const { items, outcomes } = await this.batches.makeFromProposals(viewer, input);
    return toOutcomeViews(items, outcomes, ctx.language);
  }

  @ResolveField(() => OfferView, {
    nullable: true,
    description: 'The offer that was sent; null where there is a problem.',
  })
  @Allow(host)
  async offer(@Parent() { offerId }: OfferOutcomeView, @Ctx() ctx: RequestContext): Promise<OfferView | undefined> {
    const offer = offerId === null ? undefined : await ctx.load(this.offers.byIds, offerId);
    return offer && toOfferView(offer);
  }
}
