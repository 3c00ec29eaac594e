import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, members, type Policy } from '../../platform/auth/allow.decorator.js';
import { Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer, EnterpriseViewer, Viewer, WorkerViewer } from '../../platform/auth/viewer.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { IdArg } from '../../platform/graphql/id-arg.js';
import {
  AppealReviewInput,
  DecideReviewAppealInput,
  ReplyToReviewInput,
  ReviewListArgs,
  WriteReviewInput,
} from './review.input.js';
import type { ReviewReader } from './review.policy.js';
import { Reviews } from './review.service.js';
import { HostScorecardView, ReviewConnection, ReviewView, toReviewView, toScorecardView } from './review.view.js';

const about: Policy = { to: ['worker', 'enterprise'], owns: 'reviews about the viewer', scope: 'labour:write' };

@Resolver(() => ReviewView)
export class ReviewResolver {
  constructor(private readonly reviews: Reviews) {}

  @Mutation(() => ReviewView, {
    description:
      'Reviews a placement of yours within 14 days of its end. Host and worker read each other’s once both have written, or ' +
      'seven days after the first did.',
  })
  @Allow({ to: ['worker', 'enterprise'], owns: 'placements that the viewer is party to', scope: 'labour:write' })
  async writeReview(
    @Me() viewer: WorkerViewer | EnterpriseViewer,
    @Args('input', { description: 'The review.' }) input: WriteReviewInput,
  ): Promise<ReviewView> {
    return toReviewView(await this.reviews.write(viewer, input), viewer);
  }

  @Mutation(() => ReviewView, { description: 'Replies to a review about you, once.' })
  @Allow(about)
  async replyToReview(
    @Me() viewer: WorkerViewer | EnterpriseViewer,
    @Args('input', { description: 'The reply.' }) input: ReplyToReviewInput,
  ): Promise<ReviewView> {
    return toReviewView(await this.reviews.reply(viewer, input), viewer);
  }

  @Mutation(() => ReviewView, {
    description: 'Asks the bureau to remove a review about you; it is hidden, and not counted, until that has decided.',
  })
  @Allow(about)
  async appealReview(
    @Me() viewer: WorkerViewer | EnterpriseViewer,
    @Args('input', { description: 'Which review, and why.' }) input: AppealReviewInput,
  ): Promise<ReviewView> {
    return toReviewView(await this.reviews.appeal(viewer, input), viewer);
  }

  @Mutation(() => ReviewView, { description: 'Decides on an appeal against a review.' })
  @Allow({ to: ['bureau'], owns: 'appeals about hosts in the bureau’s jurisdiction' })
  async decideReviewAppeal(
    @Me() viewer: BureauViewer,
    @Args('input', { description: 'The decision.' }) input: DecideReviewAppealInput,
  ): Promise<ReviewView> {
    return toReviewView(await this.reviews.decideAppeal(viewer, input), viewer);
  }

  @Query(() => ReviewConnection, {
    name: 'reviews',
    description:
      'Reviews that you wrote, that are about you, or of your deals; for officers, those that were appealed against.',
  })
  @Allow({
    to: ['worker', 'enterprise', 'bureau'],
    owns: 'reviews of deals that the viewer is party to; appeals in the bureau’s jurisdiction',
    scope: 'labour:read',
  })
  async list(@Me() viewer: ReviewReader, @Args() args: ReviewListArgs): Promise<Connection<ReviewView>> {
    return toConnection(await this.reviews.list(viewer, args), (row) => toReviewView(row, viewer));
  }

  @Query(() => HostScorecardView, { description: 'How a host treats workers and lenders, by those who were there.' })
  @Allow({ to: members, owns: 'enterprises that the viewer may look up', scope: 'labour:read' })
  async hostScorecard(
    @Me() viewer: Viewer,
    @IdArg('The enterprise.', 'enterpriseId') enterpriseId: string,
  ): Promise<HostScorecardView> {
    return toScorecardView(await this.reviews.hostScores(viewer, enterpriseId));
  }
}
