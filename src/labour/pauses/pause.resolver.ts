import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { PlacementInput } from '../placements/placement.input.js';
import { PlacementView } from '../placements/placement.view.js';
import { PausePlacementInput } from './pause.input.js';
import { PlacementPauses } from './pause.service.js';
import { PlacementPauseView, toPlacementPauseView } from './pause.view.js';

const enterprises = {
  to: ['enterprise'],
  owns: 'placements whose host or lender the viewer’s enterprise is',
  scope: 'labour:write',
} as const;

@Resolver(() => PlacementView)
export class PlacementPauseResolver {
  constructor(private readonly pauses: PlacementPauses) {}

  @Mutation(() => PlacementPauseView, {
    description: 'Pauses a placement for some days, as its host or lender; the worker stays placed.',
  })
  @Allow(enterprises)
  async pausePlacement(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: PausePlacementInput,
  ): Promise<PlacementPauseView> {
    return toPlacementPauseView(await this.pauses.pause(viewer, input));
  }

  @Mutation(() => PlacementPauseView, { description: 'Lets the work of a paused placement go on from today.' })
  @Allow(enterprises)
  async resumePlacement(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: PlacementInput,
  ): Promise<PlacementPauseView> {
    return toPlacementPauseView(await this.pauses.resume(viewer, input.placementId));
  }

  @ResolveField(() => [PlacementPauseView], { name: 'pauses', description: 'Its pauses, in order.' })
  @Allow({ to: ['enterprise', 'worker'], owns: 'pauses of placements that are the viewer’s', scope: 'labour:read' })
  async pausesOf(@Parent() { id }: PlacementView, @Ctx() ctx: RequestContext): Promise<PlacementPauseView[]> {
    return ((await ctx.load(this.pauses.of, id)) ?? []).map(toPlacementPauseView);
  }
}
