import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer } from '../../platform/auth/viewer.js';
import { type Connection, PageArgs, toConnection } from '../../platform/graphql/connection.js';
import { IdArg } from '../../platform/graphql/id-arg.js';
import { ownBulletins } from '../bureau.policy.js';
import { BulletinDesk } from './bulletin-desk.service.js';
import { PreviewBulletinInput, SaveBulletinPlanInput } from './bulletin.input.js';
import {
  BulletinContentView,
  BulletinPlanConnection,
  BulletinPlanView,
  toBulletinContentView,
  toBulletinPlanView,
} from './bulletin.view.js';

@Resolver(() => BulletinPlanView)
export class BulletinPlanResolver {
  constructor(private readonly desk: BulletinDesk) {}

  @Query(() => BulletinPlanConnection, { description: 'What your bureau reports again and again, newest plan first.' })
  @Allow(ownBulletins)
  async bulletinPlans(@Me() viewer: BureauViewer, @Args() page: PageArgs): Promise<Connection<BulletinPlanView>> {
    return toConnection(await this.desk.plans(viewer, page), toBulletinPlanView);
  }

  @Query(() => BulletinPlanView, { nullable: true, description: 'One plan.' })
  @Allow(ownBulletins)
  async bulletinPlan(@Me() viewer: BureauViewer, @IdArg() id: string): Promise<BulletinPlanView> {
    return toBulletinPlanView(await this.desk.plan(viewer, id));
  }

  @Query(() => BulletinContentView, { description: 'What a report would say now. Saves nothing.' })
  @Allow(ownBulletins)
  async previewBulletin(
    @Me() viewer: BureauViewer,
    @Ctx() { language }: RequestContext,
    @Args('input') input: PreviewBulletinInput,
  ): Promise<BulletinContentView> {
    return toBulletinContentView(await this.desk.preview(viewer, input, language));
  }

  @Mutation(() => BulletinPlanView, { description: 'Makes a plan of reports, or changes one, or turns it off.' })
  @Allow(ownBulletins)
  async saveBulletinPlan(
    @Me() viewer: BureauViewer,
    @Ctx() { language }: RequestContext,
    @Args('input') input: SaveBulletinPlanInput,
  ): Promise<BulletinPlanView> {
    return toBulletinPlanView(await this.desk.save(viewer, input, language));
  }
}
