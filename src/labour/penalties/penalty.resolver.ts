import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import { Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer, EnterpriseViewer, Viewer, WorkerViewer } from '../../platform/auth/viewer.js';
import { type Connection, PageArgs, toConnection } from '../../platform/graphql/connection.js';
import { PlacementInput } from '../placements/placement.input.js';
import { PlacementView, toPlacementView } from '../placements/placement.view.js';
import type { PenaltyAction } from './penalty-action.rules.js';
import type { Penalty } from './penalty.entity.js';
import { AppealPenaltyInput, DecidePenaltyInput } from './penalty.input.js';
import { Penalties } from './penalty.service.js';
import { PenaltyActionEnum, PenaltyConnection, PenaltyView, toPenaltyView } from './penalty.view.js';

const readers = {
  to: ['enterprise', 'worker', 'bureau'],
  owns: 'penalties of the viewer; for bureaus those of their jurisdiction',
  scope: 'labour:read',
} as const;

@Resolver(() => PenaltyView)
export class PenaltyResolver {
  constructor(private readonly penalties: Penalties) {}

  @Mutation(() => PlacementView, {
    description: 'Says that the worker did not come on the first day; worker and seat are free again.',
  })
  @Allow({ to: ['enterprise'], owns: 'placements at the viewer’s enterprise', scope: 'labour:write' })
  async reportNoShow(@Me() viewer: EnterpriseViewer, @Args('input') input: PlacementInput): Promise<PlacementView> {
    return toPlacementView(await this.penalties.reportNoShow(viewer, input.placementId));
  }

  @Mutation(() => PenaltyView, { description: 'Appeals a penalty of yours; it is suspended until an officer decides.' })
  @Allow({ to: ['worker'], owns: 'the viewer’s own penalties' })
  async appealPenalty(@Me() viewer: WorkerViewer, @Args('input') input: AppealPenaltyInput): Promise<PenaltyView> {
    return this.shown(await this.penalties.appeal(viewer, input));
  }

  @Mutation(() => PenaltyView, { description: 'Decides an appeal, as an officer of the place.' })
  @Allow({ to: ['bureau'], owns: 'penalties of the viewer’s jurisdiction' })
  async decidePenalty(@Me() viewer: BureauViewer, @Args('input') input: DecidePenaltyInput): Promise<PenaltyView> {
    return this.shown(await this.penalties.decide(viewer, input));
  }

  @Query(() => PenaltyConnection, {
    name: 'penalties',
    description: 'Your penalties, newest first; for a bureau those of its jurisdiction.',
  })
  @Allow(readers)
  async list(@Me() viewer: Viewer, @Args() page: PageArgs): Promise<Connection<PenaltyView>> {
    return toConnection(await this.penalties.list(viewer, page), (penalty) => this.shown(penalty));
  }

  @ResolveField(() => [PenaltyActionEnum], { description: 'What you may do with it now.' })
  @Allow(readers)
  actions(@Parent() penalty: PenaltyView, @Me() viewer: Viewer): PenaltyAction[] {
    return this.penalties.actionsOf(viewer, penalty);
  }

  private shown(penalty: Penalty): PenaltyView {
    return toPenaltyView(penalty, this.penalties.isInForce(penalty));
  }
}
