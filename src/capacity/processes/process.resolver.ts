import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, everyone, type Policy } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer, OperatorViewer } from '../../platform/auth/viewer.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import {
  AddMachineTypeInput,
  AddProcessInput,
  MachineTypeInput,
  MachineTypePageArgs,
  ProcessInput,
  ProcessPageArgs,
} from './process.input.js';
import { Processes } from './process.service.js';
import {
  MachineTypeConnection,
  MachineTypeView,
  ProcessConnection,
  ProcessView,
  toMachineTypeView,
  toProcessView,
} from './process.view.js';

const anyone: Policy = { to: everyone, owns: 'nothing: a public catalogue', scope: 'directory:read' };
const keepers: Policy = { to: ['bureau', 'operator'], owns: 'the catalogue of processes' };

@Resolver(() => MachineTypeView)
export class ProcessResolver {
  constructor(private readonly catalogue: Processes) {}

  @Query(() => ProcessConnection, { description: 'Processes, ordered by id.' })
  @Allow(anyone)
  async processes(@Args() args: ProcessPageArgs, @Ctx() ctx: RequestContext): Promise<Connection<ProcessView>> {
    return toConnection(await this.catalogue.page(args), (row) => toProcessView(row, ctx.language));
  }

  @Query(() => MachineTypeConnection, { description: 'Machine types, ordered by id.' })
  @Allow(anyone)
  async machineTypes(
    @Args() args: MachineTypePageArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<MachineTypeView>> {
    return toConnection(await this.catalogue.machineTypePage(args), (row) => toMachineTypeView(row, ctx.language));
  }

  @Mutation(() => ProcessView, { description: 'Adds a process to the catalogue.' })
  @Allow(keepers)
  async addProcess(
    @Me() viewer: BureauViewer | OperatorViewer,
    @Args('input') input: AddProcessInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ProcessView> {
    return toProcessView(await this.catalogue.add(viewer, input), ctx.language);
  }

  @Mutation(() => MachineTypeView, { description: 'Adds a machine type to the catalogue.' })
  @Allow(keepers)
  async addMachineType(
    @Me() viewer: BureauViewer | OperatorViewer,
    @Args('input') input: AddMachineTypeInput,
    @Ctx() ctx: RequestContext,
  ): Promise<MachineTypeView> {
    return toMachineTypeView(await this.catalogue.addMachineType(viewer, input), ctx.language);
  }

  @Mutation(() => ProcessView, {
    description: 'Takes a process out of use: no new lines and requests of it; what stands goes on.',
  })
  @Allow(keepers)
  async retireProcess(
    @Me() viewer: BureauViewer | OperatorViewer,
    @Args('input') input: ProcessInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ProcessView> {
    return toProcessView(await this.catalogue.retire(viewer, input.processId), ctx.language);
  }

  @Mutation(() => MachineTypeView, {
    description: 'Takes a machine type out of use: no new lines of it; what stands goes on.',
  })
  @Allow(keepers)
  async retireMachineType(
    @Me() viewer: BureauViewer | OperatorViewer,
    @Args('input') input: MachineTypeInput,
    @Ctx() ctx: RequestContext,
  ): Promise<MachineTypeView> {
    return toMachineTypeView(await this.catalogue.retireMachineType(viewer, input.machineTypeId), ctx.language);
  }

  @ResolveField(() => ProcessView, { description: 'The process that its machines do.' })
  @Allow(anyone)
  async process(
    @Parent() { processId }: MachineTypeView,
    @Ctx() ctx: RequestContext,
  ): Promise<ProcessView | undefined> {
    const process = await ctx.load(this.catalogue.byIds, processId);
    return process && toProcessView(process, ctx.language);
  }
}
