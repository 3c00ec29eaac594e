import { Args, Field, InputType, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { WorkerViewer } from '../../platform/auth/viewer.js';
import { IdInput, Sha256Input } from '../../platform/graphql/input-fields.js';
import { OfferView } from '../offers/offer.view.js';
import { PlacementView, toPlacementView } from '../placements/placement.view.js';
import { Notices } from './notice.service.js';

@InputType({ description: 'Confirming the terms of a placement, as its notice says them.' })
export class ConfirmTermsInput {
  @IdInput({ description: 'The placement.' }) placementId: string;
  @Sha256Input({ description: 'Hash of the notice that you have read.' })
  noticeHash: string;
}

@ObjectType('NoticeLine', { description: 'One line of a notice.' })
export class NoticeLineView {
  @Field({ description: 'What it is about.' }) label: string;
  @Field({ description: 'What it says.' }) value: string;
}

@ObjectType('WorkerNotice', {
  description: '告知书: what a worker is told before they say yes to being lent (R5, R6, R38).',
})
export class NoticeView {
  @Field(() => [NoticeLineView], { description: 'Who, where, what work, how long, what pay, which data.' })
  lines: readonly NoticeLineView[];
  @Field(() => [String], { description: 'The worker’s rights.' }) rights: readonly string[];
  @Field({ description: 'SHA-256 of the Chinese text, for `confirmTerms`.' }) hash: string;
}

const parties = {
  to: ['enterprise', 'worker'],
  owns: 'offers and placements whose host, lender or worker the viewer is',
  scope: 'labour:read',
} as const;

@Resolver(() => OfferView)
export class OfferNoticeResolver {
  constructor(private readonly notices: Notices) {}

  @ResolveField(() => NoticeView, { nullable: true, description: 'What the worker is told; null for a direct hire.' })
  @Allow(parties)
  async notice(@Parent() { id }: OfferView, @Ctx() ctx: RequestContext): Promise<NoticeView | undefined> {
    const row = await ctx.load(this.notices.ofOffers, id);
    return row && this.notices.shown(row, ctx.language);
  }
}

@Resolver(() => PlacementView)
export class PlacementNoticeResolver {
  constructor(private readonly notices: Notices) {}

  @Mutation(() => PlacementView, {
    description: 'Confirms the terms of your placement: what changes of your labour contract while you are lent (R7).',
  })
  @Allow({ to: ['worker'], owns: 'the viewer’s own placements' })
  async confirmTerms(@Me() viewer: WorkerViewer, @Args('input') input: ConfirmTermsInput): Promise<PlacementView> {
    return toPlacementView(await this.notices.confirm(viewer, input));
  }

  @ResolveField(() => NoticeView, { nullable: true, description: 'What the worker is told; null for a direct hire.' })
  @Allow(parties)
  async notice(@Parent() { id }: PlacementView, @Ctx() ctx: RequestContext): Promise<NoticeView | undefined> {
    const offerId = await ctx.load(this.notices.offersOfPlacements, id);
    const row = offerId && (await ctx.load(this.notices.ofOffers, offerId));
    return row ? this.notices.shown(row, ctx.language) : undefined;
  }
}
