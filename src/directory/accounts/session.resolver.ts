import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, everyone, members } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import { SessionCookie } from '../../platform/auth/session-cookie.js';
import type { LoggedIn } from '../../platform/auth/viewer.js';
import { LogInInput, RefreshSessionInput, SignUpEnterpriseInput, SignUpWorkerInput } from './account.input.js';
import { Accounts } from './account.service.js';
import { SessionView, toAccountView } from './account.view.js';
import { LogIns } from './log-in.service.js';
import { type OpenedSession, Sessions } from './session.service.js';
import { SignUps } from './sign-up.service.js';

const anyone = { to: everyone, owns: 'nothing before it is done: it proves who is calling' } as const;

@Resolver(() => SessionView)
export class SessionResolver {
  constructor(
    private readonly accounts: Accounts,
    private readonly signUps: SignUps,
    private readonly logIns: LogIns,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
  ) {}

  @Mutation(() => SessionView, { description: 'Signs up an enterprise; a bureau then verifies it.' })
  @Allow(anyone)
  async signUpEnterprise(
    @Ctx() ctx: RequestContext,
    @Args('input') input: SignUpEnterpriseInput,
  ): Promise<SessionView> {
    return this.view(ctx, await this.signUps.enterprise(input, ctx.ip));
  }

  @Mutation(() => SessionView, { description: 'Signs up a worker.' })
  @Allow(anyone)
  async signUpWorker(@Ctx() ctx: RequestContext, @Args('input') input: SignUpWorkerInput): Promise<SessionView> {
    return this.view(ctx, await this.signUps.worker(input, ctx.ip));
  }

  @Mutation(() => SessionView, { description: 'Opens a session.' })
  @Allow(anyone)
  async logIn(@Ctx() ctx: RequestContext, @Args('input') input: LogInInput): Promise<SessionView> {
    return this.view(ctx, await this.logIns.logIn(input, ctx.ip));
  }

  @Mutation(() => SessionView, { description: 'Exchanges a refresh token for new tokens.' })
  @Allow(anyone)
  async refreshSession(@Ctx() ctx: RequestContext, @Args('input') input: RefreshSessionInput): Promise<SessionView> {
    return this.view(ctx, await this.sessions.refresh(input.refreshToken));
  }

  @Mutation(() => Boolean, { description: 'Ends your session; its tokens are worth nothing from here.' })
  @Allow({ to: members, owns: 'the viewer’s own session' })
  async logOut(@Me() viewer: LoggedIn, @Ctx() ctx: RequestContext): Promise<boolean> {
    await this.sessions.end(viewer);
    this.cookie.drop(ctx.reply);
    return true;
  }

  private async view(ctx: RequestContext, { accountId, tokens, cookieSecret }: OpenedSession): Promise<SessionView> {
    if (cookieSecret !== undefined) this.cookie.keep(ctx.reply, cookieSecret);
    return { ...tokens, account: toAccountView(await this.accounts.byId(accountId)) };
  }
}
