import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import { Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { IdArg } from '../../platform/graphql/id-arg.js';
import { actingParty, ownMaterials, partiesOfTransfer } from '../materials.policy.js';
import { MaterialDeliveries } from './delivery.service.js';
import { MaterialHolds } from './hold.service.js';
import {
  AcceptMaterialInput,
  DeclineMaterialReservationInput,
  DeliverMaterialInput,
  DisputeMaterialInput,
  MaterialTransferArgs,
  ReleaseMaterialReservationInput,
  ReserveMaterialInput,
  ResolveMaterialDisputeInput,
} from './material-transfer.input.js';
import { MaterialTransfers } from './material-transfer.service.js';
import { MaterialTransferConnection, MaterialTransferView, toMaterialTransferView } from './material-transfer.view.js';

@Resolver(() => MaterialTransferView)
export class MaterialTransferResolver {
  constructor(
    private readonly transfers: MaterialTransfers,
    private readonly holds: MaterialHolds,
    private readonly deliveries: MaterialDeliveries,
  ) {}

  @Mutation(() => MaterialTransferView, {
    description: 'Holds goods of another enterprise’s lot for yours until they are handed over or the hold runs out.',
  })
  @Allow(ownMaterials)
  async reserveMaterial(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: ReserveMaterialInput,
  ): Promise<MaterialTransferView> {
    return toMaterialTransferView(await this.holds.reserve(viewer, input), viewer);
  }

  @Mutation(() => MaterialTransferView, { description: 'The owner does not keep a reservation, and says why.' })
  @Allow(actingParty)
  async declineMaterialReservation(
    @Me() viewer: EnterpriseViewer,
    @Args('input') { transferId, reason }: DeclineMaterialReservationInput,
  ): Promise<MaterialTransferView> {
    return toMaterialTransferView(await this.holds.end(viewer, transferId, 'owner', reason), viewer);
  }

  @Mutation(() => MaterialTransferView, { description: 'The receiver gives a reservation back.' })
  @Allow(actingParty)
  async releaseMaterialReservation(
    @Me() viewer: EnterpriseViewer,
    @Args('input') { transferId, reason = null }: ReleaseMaterialReservationInput,
  ): Promise<MaterialTransferView> {
    return toMaterialTransferView(await this.holds.end(viewer, transferId, 'receiver', reason), viewer);
  }

  @Mutation(() => MaterialTransferView, { description: 'The owner states what was handed over.' })
  @Allow(actingParty)
  async deliverMaterial(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: DeliverMaterialInput,
  ): Promise<MaterialTransferView> {
    return toMaterialTransferView(await this.deliveries.deliver(viewer, input), viewer);
  }

  @Mutation(() => MaterialTransferView, {
    description: 'The receiver accepts what they weighed; after a dispute, what the owner offers.',
  })
  @Allow(actingParty)
  async acceptMaterial(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: AcceptMaterialInput,
  ): Promise<MaterialTransferView> {
    return toMaterialTransferView(await this.deliveries.accept(viewer, input), viewer);
  }

  @Mutation(() => MaterialTransferView, { description: 'The receiver says that something else came.' })
  @Allow(actingParty)
  async disputeMaterial(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: DisputeMaterialInput,
  ): Promise<MaterialTransferView> {
    return toMaterialTransferView(await this.deliveries.dispute(viewer, input), viewer);
  }

  @Mutation(() => MaterialTransferView, {
    description: 'The owner agrees to the receiver’s figure, which ends the dispute, or offers another one.',
  })
  @Allow(actingParty)
  async resolveMaterialDispute(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: ResolveMaterialDisputeInput,
  ): Promise<MaterialTransferView> {
    return toMaterialTransferView(await this.deliveries.resolve(viewer, input), viewer);
  }

  @Query(() => MaterialTransferView, { nullable: true, description: 'One transfer.' })
  @Allow(partiesOfTransfer)
  async materialTransfer(@Me() viewer: EnterpriseViewer, @IdArg() id: string): Promise<MaterialTransferView> {
    return toMaterialTransferView(await this.transfers.require(viewer, id), viewer);
  }

  @Query(() => MaterialTransferConnection, { description: 'Transfers of your enterprise, newest first.' })
  @Allow(partiesOfTransfer)
  async materialTransfers(
    @Me() viewer: EnterpriseViewer,
    @Args() args: MaterialTransferArgs,
  ): Promise<Connection<MaterialTransferView>> {
    const page = await this.transfers.list(viewer, args);
    return toConnection(page, (row) => toMaterialTransferView(row, viewer));
  }
}
