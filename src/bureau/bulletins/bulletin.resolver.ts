import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer } from '../../platform/auth/viewer.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { IdArg } from '../../platform/graphql/id-arg.js';
import { ownBulletins } from '../bureau.policy.js';
import { BulletinDesk } from './bulletin-desk.service.js';
import { BulletinEditions } from './bulletin-editions.service.js';
import { BulletinMails } from './bulletin-mails.service.js';
import { BulletinListArgs, MailBulletinInput, MakeBulletinInput } from './bulletin.input.js';
import {
  BulletinConnection,
  BulletinContentView,
  BulletinFileView,
  BulletinMailView,
  BulletinPlanView,
  BulletinView,
  toBulletinContentView,
  toBulletinMailView,
  toBulletinPlanView,
  toBulletinView,
} from './bulletin.view.js';
import { BulletinContents } from './bulletin-contents.service.js';

@Resolver(() => BulletinView)
export class BulletinResolver {
  constructor(
    private readonly desk: BulletinDesk,
    private readonly editions: BulletinEditions,
    private readonly contents: BulletinContents,
    private readonly mails: BulletinMails,
  ) {}

  @Query(() => BulletinConnection, { description: 'Reports of your bureau, newest edition first.' })
  @Allow(ownBulletins)
  async bulletins(@Me() viewer: BureauViewer, @Args() args: BulletinListArgs): Promise<Connection<BulletinView>> {
    return toConnection(await this.desk.page(viewer, args), toBulletinView);
  }

  @Query(() => BulletinView, { nullable: true, description: 'One edition.' })
  @Allow(ownBulletins)
  async bulletin(@Me() viewer: BureauViewer, @IdArg() id: string): Promise<BulletinView> {
    return toBulletinView(await this.desk.get(viewer, id));
  }

  @Mutation(() => BulletinView, {
    description:
      'Has a job make an edition of any period; a new version where there is one of it. It goes out as the plan says.',
  })
  @Allow(ownBulletins)
  async makeBulletin(@Me() viewer: BureauViewer, @Args('input') input: MakeBulletinInput): Promise<BulletinView> {
    return toBulletinView(await this.desk.ask(viewer, input));
  }

  @Mutation(() => BulletinView, { description: 'E-mails an edition, as PDF and XLSX, to more addresses.' })
  @Allow(ownBulletins)
  async mailBulletin(@Me() viewer: BureauViewer, @Args('input') input: MailBulletinInput): Promise<BulletinView> {
    return toBulletinView(await this.desk.get(viewer, await this.mails.send(viewer, input)));
  }

  @ResolveField(() => BulletinPlanView, { description: 'Its plan.' })
  @Allow(ownBulletins)
  async plan(@Parent() { planId }: BulletinView, @Ctx() ctx: RequestContext): Promise<BulletinPlanView | undefined> {
    const plan = await ctx.load(this.desk.plansByIds, planId);
    return plan && toBulletinPlanView(plan);
  }

  @ResolveField(() => BulletinContentView, { nullable: true, description: 'What it says; null until it is made.' })
  @Allow(ownBulletins)
  async content(@Parent() { id }: BulletinView, @Ctx() ctx: RequestContext): Promise<BulletinContentView | undefined> {
    const content = await ctx.load(this.contents.byIds, id);
    return content && toBulletinContentView(content);
  }

  @ResolveField(() => [BulletinFileView], { description: 'Its files.' })
  @Allow(ownBulletins)
  async files(@Parent() { id }: BulletinView, @Ctx() ctx: RequestContext): Promise<readonly BulletinFileView[]> {
    return (await ctx.load(this.editions.filesByBulletins, id)) ?? [];
  }

  @ResolveField(() => [BulletinMailView], { description: 'Whom it goes to, and whether it went.' })
  @Allow(ownBulletins)
  async mailed(@Parent() { id }: BulletinView, @Ctx() ctx: RequestContext): Promise<BulletinMailView[]> {
    return ((await ctx.load(this.mails.byBulletins, id)) ?? []).map(toBulletinMailView);
  }
}
