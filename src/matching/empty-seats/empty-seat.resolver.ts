import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { LabourNeedView } from '../../labour/index.js';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { EmptySeatReasons } from './empty-seat.service.js';
import { EmptySeatsView, toEmptySeatsView } from './empty-seat.view.js';

/** What matching knows of a need. */
@Resolver(() => LabourNeedView)
export class NeedEmptySeatsResolver {
  constructor(private readonly reasons: EmptySeatReasons) {}

  @ResolveField(() => EmptySeatsView, {
    nullable: true,
    description: 'Why its open seats are empty; null for whoever is neither its host nor an officer of the place.',
  })
  @Allow({
    to: ['enterprise', 'bureau', 'operator'],
    owns: 'own needs; needs of the viewer’s jurisdiction',
    scope: 'labour:read',
  })
  async emptySeats(
    @Parent() need: LabourNeedView,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<EmptySeatsView | undefined> {
    const seats = this.reasons.shown(viewer, need, await ctx.load(this.reasons.byNeeds, need.id));
    return seats && toEmptySeatsView(seats, ctx.language);
  }
}
