import { Query, Resolver } from '@nestjs/graphql';
import { Allow, everyone } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx } from '../../platform/auth/request-viewer.js';
import { Installation } from './installation.service.js';
import { AboutView, DemoLoginView } from './installation.view.js';

@Resolver(() => AboutView)
export class InstallationResolver {
  constructor(private readonly installation: Installation) {}

  @Query(() => AboutView, { description: 'What this installation is.' })
  @Allow({ to: everyone, owns: 'nothing: public facts' })
  async about(): Promise<AboutView> {
    return this.installation.about();
  }

  @Query(() => [DemoLoginView], { description: 'How to log in to the demo region; empty unless it is loaded.' })
  @Allow({ to: everyone, owns: 'nothing: the demo’s known log-ins' })
  async demoLogins(@Ctx() ctx: RequestContext): Promise<DemoLoginView[]> {
    return this.installation.demoLogins(ctx.language);
  }
}
