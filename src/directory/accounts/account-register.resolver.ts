import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AuditEntryView } from '../../platform/audit/audit-entry.view.js';
import { Allow, everyone } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { OperatorViewer } from '../../platform/auth/viewer.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { AccountListArgs, SetAccountStateInput } from './account-register.input.js';
import { AccountRegister } from './account-register.service.js';
import { AccountConnection, AccountView, toAccountView } from './account.view.js';

const any = { to: ['operator'], owns: 'any account' } as const;

@Resolver(() => AccountView)
export class AccountRegisterResolver {
  constructor(private readonly register: AccountRegister) {}

  @Query(() => AccountConnection, { description: 'All accounts, newest first.' })
  @Allow(any)
  async accounts(@Args() args: AccountListArgs, @Me() viewer: OperatorViewer): Promise<Connection<AccountView>> {
    return toConnection(await this.register.page(args), (row) => toAccountView(row, viewer));
  }

  @Mutation(() => AccountView, { description: 'Blocks an account and ends its sessions, or lets it in again.' })
  @Allow(any)
  async setAccountState(
    @Args('input') input: SetAccountStateInput,
    @Me() viewer: OperatorViewer,
  ): Promise<AccountView> {
    return toAccountView(await this.register.setState(viewer, input), viewer);
  }

  @ResolveField(() => Date, {
    nullable: true,
    description:
      'When it last opened or renewed a session; null when none is known: sessions are kept for a week after their end.',
  })
  @Allow({ to: everyone, owns: 'the account in hand' })
  async lastSeenAt(@Parent() { id }: AccountView, @Ctx() ctx: RequestContext): Promise<Date | undefined> {
    return ctx.load(this.register.lastSeen, id);
  }
}

/** The trail knows ids only; whose they are is added here. */
@Resolver(() => AuditEntryView)
export class AuditActorResolver {
  constructor(private readonly register: AccountRegister) {}

  @ResolveField(() => AccountView, { nullable: true, description: 'The account that acted, where one did.' })
  @Allow(any)
  async account(
    @Parent() { accountId }: AuditEntryView,
    @Me() viewer: OperatorViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<AccountView | undefined> {
    const row = accountId === null ? undefined : await ctx.load(this.register.byIds, accountId);
    return row && toAccountView(row, viewer);
  }
}
