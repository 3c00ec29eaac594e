import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { market, ownRead, ownWrite } from '../capacity.policy.js';
import { Processes } from '../processes/process.service.js';
import { MachineTypeView, toMachineTypeView } from '../processes/process.view.js';
import { LineOutages } from './outage.service.js';
import {
  AddLineOutageInput,
  AddProductionLineInput,
  ChangeProductionLineInput,
  LineOutageInput,
  ProductionLineArgs,
  ProductionLineInput,
} from './workshop.input.js';
import { Workshops } from './workshop.service.js';
import {
  LineOutageView,
  ProductionLineConnection,
  ProductionLineView,
  toLineView,
  toOutageView,
  toWorkshopView,
  WorkshopView,
} from './workshop.view.js';

@Resolver(() => ProductionLineView)
export class ProductionLineResolver {
  constructor(
    private readonly workshops: Workshops,
    private readonly lineOutages: LineOutages,
    private readonly processes: Processes,
  ) {}

  @Mutation(() => ProductionLineView, { description: 'Adds a production line to a workshop of yours.' })
  @Allow(ownWrite)
  async addProductionLine(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: AddProductionLineInput,
  ): Promise<ProductionLineView> {
    return toLineView(await this.workshops.addLine(viewer, input));
  }

  @Mutation(() => ProductionLineView, {
    description: 'Changes a line of yours. Its attributes stay while a window of it is open.',
  })
  @Allow(ownWrite)
  async changeProductionLine(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: ChangeProductionLineInput,
  ): Promise<ProductionLineView> {
    return toLineView(await this.workshops.changeLine(viewer, input));
  }

  @Mutation(() => ProductionLineView, { description: 'Takes a line of yours out of use; withdraw its windows first.' })
  @Allow(ownWrite)
  async retireProductionLine(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: ProductionLineInput,
  ): Promise<ProductionLineView> {
    return toLineView(await this.workshops.retireLine(viewer, input.productionLineId));
  }

  @Mutation(() => LineOutageView, {
    description: 'Enters days on which a line does not work. They take what is free; booked days are refused.',
  })
  @Allow(ownWrite)
  async addLineOutage(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: AddLineOutageInput,
  ): Promise<LineOutageView> {
    return toOutageView(await this.lineOutages.add(viewer, input));
  }

  @Mutation(() => ProductionLineView, {
    nullable: true,
    description: 'Takes an outage back: its days are offered again as they were planned. Answers the line.',
  })
  @Allow(ownWrite)
  async removeLineOutage(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: LineOutageInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ProductionLineView | undefined> {
    const line = await ctx.load(this.workshops.linesByIds, await this.lineOutages.remove(viewer, input.outageId));
    return line && toLineView(line);
  }

  @Query(() => ProductionLineConnection, { description: 'Production lines of your enterprise, newest first.' })
  @Allow(ownRead)
  async myProductionLines(
    @Me() viewer: EnterpriseViewer,
    @Args() args: ProductionLineArgs,
  ): Promise<Connection<ProductionLineView>> {
    return toConnection(await this.workshops.myLines(viewer, args), toLineView);
  }

  @ResolveField(() => WorkshopView, { description: 'Where it stands.' })
  @Allow(market)
  async workshop(
    @Parent() { workshopId }: ProductionLineView,
    @Ctx() ctx: RequestContext,
  ): Promise<WorkshopView | undefined> {
    const workshop = await ctx.load(this.workshops.byIds, workshopId);
    return workshop && toWorkshopView(workshop);
  }

  @ResolveField(() => MachineTypeView, { description: 'The type of its machines.' })
  @Allow(market)
  async machineType(
    @Parent() { machineTypeId }: ProductionLineView,
    @Ctx() ctx: RequestContext,
  ): Promise<MachineTypeView | undefined> {
    const type = await ctx.load(this.processes.machineTypesByIds, machineTypeId);
    return type && toMachineTypeView(type, ctx.language);
  }

  @ResolveField(() => [LineOutageView], {
    description: 'Its outages that are not over, the earliest first; none of others’ lines.',
  })
  @Allow(ownRead)
  async outages(
    @Parent() { id, enterpriseId }: ProductionLineView,
    @Me() viewer: EnterpriseViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<LineOutageView[]> {
    if (viewer.enterpriseId !== enterpriseId) return [];
    return ((await ctx.load(this.workshops.outagesOf, id)) ?? []).map(toOutageView);
  }
}
