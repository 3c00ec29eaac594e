import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, everyone, members } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer, LoggedIn, OperatorViewer, Viewer } from '../../platform/auth/viewer.js';
import { Bureaus } from '../bureaus/bureau.service.js';
import { BureauView, toBureauView } from '../bureaus/bureau.view.js';
import { Enterprises } from '../enterprises/enterprise.service.js';
import { EnterpriseView, toEnterpriseView } from '../enterprises/enterprise.view.js';
import { ChangePasswordInput, CreateBureauOfficerInput, CreateMemberInput, SetLanguageInput } from './account.input.js';
import { Accounts } from './account.service.js';
import { AccountView, toAccountView } from './account.view.js';

const own = { to: members, owns: 'the viewer’s own account' } as const;
// Whoever signs up or logs in sees what the new session's account belongs to, in the same answer.
const ofAccount = { to: everyone, owns: 'what the account in hand belongs to' } as const;

@Resolver(() => AccountView)
export class AccountResolver {
  constructor(
    private readonly accounts: Accounts,
    private readonly enterprises: Enterprises,
    private readonly bureaus: Bureaus,
  ) {}

  @Query(() => AccountView, { description: 'Your account.' })
  @Allow(own)
  async me(@Me() viewer: LoggedIn): Promise<AccountView> {
    return toAccountView(await this.accounts.own(viewer));
  }

  @Mutation(() => Boolean, { description: 'Changes your password and ends your other sessions.' })
  @Allow(own)
  async changePassword(@Me() viewer: LoggedIn, @Args('input') input: ChangePasswordInput): Promise<boolean> {
    await this.accounts.changePassword(viewer, input.currentPassword, input.newPassword);
    return true;
  }

  @Mutation(() => AccountView, { description: 'Sets your preferred language.' })
  @Allow(own)
  async setLanguage(@Me() viewer: LoggedIn, @Args('input') input: SetLanguageInput): Promise<AccountView> {
    return toAccountView(await this.accounts.setLanguage(viewer, input.language));
  }

  @Mutation(() => AccountView, { description: 'Adds a colleague to your enterprise; owners only.' })
  @Allow({ to: ['enterprise'], owns: 'accounts of the viewer’s enterprise; owners only' })
  async createMember(@Me() viewer: EnterpriseViewer, @Args('input') input: CreateMemberInput): Promise<AccountView> {
    return toAccountView(await this.accounts.createMember(viewer, input));
  }

  @Mutation(() => AccountView, { description: 'Gives a bureau an officer.' })
  @Allow({ to: ['operator'], owns: 'officers of any bureau' })
  async createBureauOfficer(
    @Me() viewer: OperatorViewer,
    @Args('input') input: CreateBureauOfficerInput,
  ): Promise<AccountView> {
    return toAccountView(await this.accounts.createOfficer(viewer, input, input.bureauId));
  }

  @ResolveField(() => EnterpriseView, { nullable: true, description: 'The enterprise it acts for.' })
  @Allow(ofAccount)
  async enterprise(
    @Parent() account: AccountView,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<EnterpriseView | undefined> {
    const enterprise =
      account.enterpriseId === null ? undefined : await ctx.load(this.enterprises.byIds, account.enterpriseId);
    return enterprise && toEnterpriseView(enterprise, viewer);
  }

  @ResolveField(() => BureauView, { nullable: true, description: 'The bureau it acts for.' })
  @Allow(ofAccount)
  async bureau(@Parent() account: AccountView, @Ctx() ctx: RequestContext): Promise<BureauView | undefined> {
    const bureau = account.bureauId === null ? undefined : await ctx.load(this.bureaus.byIds, account.bureauId);
    return bureau && toBureauView(bureau);
  }
}
