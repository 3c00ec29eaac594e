import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Enterprises, EnterpriseView, toEnterpriseView, Workers } from '../../directory/index.js';
import { Allow, type Policy } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer, WorkerViewer } from '../../platform/auth/viewer.js';
import { type Connection, PageArgs, toConnection } from '../../platform/graphql/connection.js';
import { CandidateView, toCandidateView } from '../candidates/candidate.view.js';
import { BlockEnterpriseInput, BlockWorkerInput, UnblockInput } from './block.input.js';
import { Blocks } from './block.service.js';
import { BlockConnection, BlockView, toBlockView } from './block.view.js';

const own: Policy = { to: ['worker', 'enterprise'], owns: 'blocks of the viewer’s own', scope: 'labour:read' };

@Resolver(() => BlockView)
export class BlockResolver {
  constructor(
    private readonly blocks: Blocks,
    private readonly enterprises: Enterprises,
    private readonly workers: Workers,
  ) {}

  @Mutation(() => BlockView, {
    description:
      'You are proposed to this enterprise no more; it is not told. Offers you have are still yours to answer.',
  })
  @Allow({ to: ['worker'], owns: 'the viewer’s own blocks' })
  async blockEnterprise(
    @Me() viewer: WorkerViewer,
    @Args('input', { description: 'Which enterprise.' }) input: BlockEnterpriseInput,
  ): Promise<BlockView> {
    return toBlockView(await this.blocks.blockEnterprise(viewer, input.enterpriseId));
  }

  @Mutation(() => BlockView, {
    description:
      'A worker whom you placed, offered a seat or had an application of is proposed for your needs no more. They are not told.',
  })
  @Allow({ to: ['enterprise'], owns: 'blocks of the viewer’s enterprise', scope: 'labour:write' })
  async blockWorker(
    @Me() viewer: EnterpriseViewer,
    @Args('input', { description: 'Which worker.' }) input: BlockWorkerInput,
  ): Promise<BlockView> {
    return toBlockView(await this.blocks.blockWorker(viewer, input.workerId));
  }

  @Mutation(() => Boolean, { description: 'Takes a block of yours back.' })
  @Allow({ to: ['worker', 'enterprise'], owns: 'blocks of the viewer’s own', scope: 'labour:write' })
  async unblock(
    @Me() viewer: WorkerViewer | EnterpriseViewer,
    @Args('input', { description: 'Which block.' }) input: UnblockInput,
  ): Promise<boolean> {
    await this.blocks.unblock(viewer, input.blockId);
    return true;
  }

  @Query(() => BlockConnection, { description: 'Whom you blocked, newest first.' })
  @Allow(own)
  async myBlocks(
    @Me() viewer: WorkerViewer | EnterpriseViewer,
    @Args() page: PageArgs,
  ): Promise<Connection<BlockView>> {
    return toConnection(await this.blocks.mine(viewer, page), toBlockView);
  }

  @ResolveField(() => EnterpriseView, { nullable: true, description: 'The enterprise, where you are the worker.' })
  @Allow(own)
  async enterprise(
    @Parent() { enterpriseId, blockedBy }: BlockView,
    @Me() viewer: WorkerViewer | EnterpriseViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<EnterpriseView | undefined> {
    const enterprise = blockedBy === 'worker' ? await ctx.load(this.enterprises.byIds, enterpriseId) : undefined;
    return enterprise && toEnterpriseView(enterprise, viewer);
  }

  @ResolveField(() => CandidateView, { nullable: true, description: 'The worker, where you are the enterprise.' })
  @Allow(own)
  async candidate(
    @Parent() { workerId, blockedBy }: BlockView,
    @Ctx() ctx: RequestContext,
  ): Promise<CandidateView | undefined> {
    const worker = blockedBy === 'enterprise' ? await ctx.load(this.workers.byIds, workerId) : undefined;
    return worker && toCandidateView(worker);
  }
}
