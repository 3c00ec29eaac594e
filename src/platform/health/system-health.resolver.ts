import { Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../auth/allow.decorator.js';
import type { RequestContext } from '../auth/request-context.js';
import { Ctx } from '../auth/request-viewer.js';
import { SystemHealth } from './system-health.service.js';
import { SystemHealthView } from './system-health.view.js';

@Resolver(() => SystemHealthView)
export class SystemHealthResolver {
  constructor(private readonly health: SystemHealth) {}

  @Query(() => SystemHealthView, { description: 'How the installation is right now.' })
  @Allow({ to: ['operator'], owns: 'nothing of anyone: the installation itself' })
  async systemHealth(@Ctx() ctx: RequestContext): Promise<SystemHealthView> {
    return this.health.report(ctx.language);
  }
}
