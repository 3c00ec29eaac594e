import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import { Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer, Viewer, WorkerViewer } from '../../platform/auth/viewer.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { OfPlacementArgs } from '../placements/placement.input.js';
import { PlacementView, toPlacementView } from '../placements/placement.view.js';
import { awaitedOf } from '../placements/placement-party.rules.js';
import { Replacements } from './replacement.service.js';
import type { ReturnAction } from './return-action.rules.js';
import type { PlacementReturn } from './return.entity.js';
import { ObjectToReturnInput, RequestReplacementInput, RequestReturnInput, ReturnInput } from './return.input.js';
import { ReturnLists } from './return-list.service.js';
import { PlacementReturns } from './return.service.js';
import {
  PlacementReturnConnection,
  PlacementReturnView,
  ReturnActionEnum,
  toPlacementReturnView,
} from './return.view.js';

const parties = {
  to: ['enterprise', 'worker'],
  owns: 'placements whose host, lender or worker the viewer is',
  scope: 'labour:write',
} as const;
const readers = {
  to: ['enterprise', 'worker', 'bureau'],
  owns: 'returns that the viewer is party to; for bureaus those of their jurisdiction that a worker objected to',
  scope: 'labour:read',
} as const;

@Resolver(() => PlacementReturnView)
export class PlacementReturnResolver {
  constructor(
    private readonly returns: PlacementReturns,
    private readonly lists: ReturnLists,
    private readonly replacements: Replacements,
  ) {}

  @Mutation(() => PlacementReturnView, {
    description:
      'Asks that a running placement end early: at once where the host breaks its duties, else with everyone’s yes or after notice.',
  })
  @Allow(parties)
  async requestReturn(
    @Me() viewer: EnterpriseViewer | WorkerViewer,
    @Args('input') input: RequestReturnInput,
  ): Promise<PlacementReturnView> {
    return shown(await this.returns.request(viewer, input));
  }

  @Mutation(() => PlacementReturnView, {
    description: 'Agrees to an early return; with the last yes the placement ends today.',
  })
  @Allow(parties)
  async agreeReturn(
    @Me() viewer: EnterpriseViewer | WorkerViewer,
    @Args('input') input: ReturnInput,
  ): Promise<PlacementReturnView> {
    return shown(await this.returns.agree(viewer, input.returnId));
  }

  @Mutation(() => PlacementReturnView, { description: 'Says no to an early return, or takes your own request back.' })
  @Allow(parties)
  async declineReturn(
    @Me() viewer: EnterpriseViewer | WorkerViewer,
    @Args('input') input: ReturnInput,
  ): Promise<PlacementReturnView> {
    return shown(await this.returns.decline(viewer, input.returnId));
  }

  @Mutation(() => PlacementReturnView, {
    description: 'Objects to being sent back: the bureau of the place sees it. The return itself goes on.',
  })
  @Allow({ to: ['worker'], owns: 'returns of the viewer’s own placements' })
  async objectToReturn(
    @Me() viewer: WorkerViewer,
    @Args('input') input: ObjectToReturnInput,
  ): Promise<PlacementReturnView> {
    return shown(await this.returns.object(viewer, input.returnId, input.objection));
  }

  @Mutation(() => PlacementView, {
    description: 'Asks for somebody else after an early return or a no-show: the seat is matched again.',
  })
  @Allow({ to: ['enterprise'], owns: 'placements at the viewer’s enterprise', scope: 'labour:write' })
  async requestReplacement(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: RequestReplacementInput,
  ): Promise<PlacementView> {
    return toPlacementView(await this.replacements.request(viewer, input));
  }

  @Query(() => PlacementReturnConnection, {
    description: 'Early returns that you are party to, newest first; for a bureau those that a worker objected to.',
  })
  @Allow(readers)
  async placementReturns(
    @Me() viewer: Viewer,
    @Args() page: OfPlacementArgs,
  ): Promise<Connection<PlacementReturnView>> {
    return toConnection(await this.lists.list(viewer, page), shown);
  }

  @ResolveField(() => [ReturnActionEnum], { description: 'What you may do with it now.' })
  @Allow(readers)
  actions(@Parent() { row }: PlacementReturnView, @Me() viewer: Viewer): ReturnAction[] {
    return this.lists.actionsOf(viewer, row);
  }
}

function shown(request: PlacementReturn): PlacementReturnView {
  return toPlacementReturnView(request, awaitedOf(request, request));
}
