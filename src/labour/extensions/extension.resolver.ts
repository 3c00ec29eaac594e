import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import { Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer, Viewer, WorkerViewer } from '../../platform/auth/viewer.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { OfPlacementArgs } from '../placements/placement.input.js';
import type { ExtensionAction } from './extension-action.rules.js';
import { ExtensionInput, ProposeExtensionInput } from './extension.input.js';
import { PlacementExtensions } from './extension.service.js';
import {
  ExtensionActionEnum,
  PlacementExtensionConnection,
  PlacementExtensionView,
  toPlacementExtensionView,
} from './extension.view.js';

const parties = {
  to: ['enterprise', 'worker'],
  owns: 'extensions of placements whose host, lender or worker the viewer is',
  scope: 'labour:write',
} as const;

@Resolver(() => PlacementExtensionView)
export class PlacementExtensionResolver {
  constructor(private readonly extensions: PlacementExtensions) {}

  @Mutation(() => PlacementExtensionView, {
    description: 'Proposes a later end of a placement, as its host or lender; all sides must agree (R22).',
  })
  @Allow({ ...parties, to: ['enterprise'] })
  async proposeExtension(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: ProposeExtensionInput,
  ): Promise<PlacementExtensionView> {
    return toPlacementExtensionView(await this.extensions.propose(viewer, input));
  }

  @Mutation(() => PlacementExtensionView, {
    description: 'Agrees to an extension; a worker’s yes is their consent for the longer period.',
  })
  @Allow(parties)
  async agreeExtension(
    @Me() viewer: EnterpriseViewer | WorkerViewer,
    @Args('input') input: ExtensionInput,
  ): Promise<PlacementExtensionView> {
    return toPlacementExtensionView(await this.extensions.agree(viewer, input.extensionId));
  }

  @Mutation(() => PlacementExtensionView, {
    description: 'Says no to an extension. Declining has no effect on the placement or anything else.',
  })
  @Allow(parties)
  async declineExtension(
    @Me() viewer: EnterpriseViewer | WorkerViewer,
    @Args('input') input: ExtensionInput,
  ): Promise<PlacementExtensionView> {
    return toPlacementExtensionView(await this.extensions.decline(viewer, input.extensionId));
  }

  @Query(() => PlacementExtensionConnection, { description: 'Extensions that you are party to, newest first.' })
  @Allow({ ...parties, scope: 'labour:read' })
  async placementExtensions(
    @Me() viewer: Viewer,
    @Args() page: OfPlacementArgs,
  ): Promise<Connection<PlacementExtensionView>> {
    return toConnection(await this.extensions.list(viewer, page), toPlacementExtensionView);
  }

  @ResolveField(() => [ExtensionActionEnum], { description: 'What you may do with it now.' })
  @Allow({ ...parties, scope: 'labour:read' })
  actions(@Parent() { row }: PlacementExtensionView, @Me() viewer: Viewer): ExtensionAction[] {
    return this.extensions.actionsOf(viewer, row);
  }
}
