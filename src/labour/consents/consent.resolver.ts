import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Enterprises, EnterpriseView, toEnterpriseView, Workers } from '../../directory/index.js';
import { Allow, type Policy } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer, Viewer, WorkerViewer } from '../../platform/auth/viewer.js';
import { type Connection, PageArgs, toConnection } from '../../platform/graphql/connection.js';
import { render } from '../../platform/i18n/message.js';
import { CandidateView, toCandidateView } from '../candidates/candidate.view.js';
import type { ConsentAction } from './consent-action.rules.js';
import { ConsentsAgain } from './consent-again.service.js';
import { AskConsentAgainInput, ConsentInput } from './consent.input.js';
import { disclosureMessages } from './consent.messages.js';
import { Consents } from './consent.service.js';
import {
  ConsentActionEnum,
  ConsentConnection,
  ConsentView,
  DisclosureView,
  toConsentView,
  toDisclosureViews,
} from './consent.view.js';

const own: Policy = { to: ['worker'], owns: 'the viewer’s own consents' };
const parties: Policy = {
  to: ['worker', 'enterprise'],
  owns: 'consents whose worker or lender the viewer is',
  scope: 'labour:read',
};

@Resolver(() => ConsentView)
export class ConsentResolver {
  constructor(
    private readonly consents: Consents,
    private readonly again: ConsentsAgain,
    private readonly enterprises: Enterprises,
    private readonly workers: Workers,
  ) {}

  @Mutation(() => ConsentView, {
    description:
      'Agrees to be lent by your employer within the period and radius asked for. Each offer is still yours to accept.',
  })
  @Allow(own)
  async grantConsent(
    @Me() viewer: WorkerViewer,
    @Args('input', { description: 'Which request.' }) input: ConsentInput,
  ): Promise<ConsentView> {
    return toConsentView(await this.consents.grant(viewer, input.consentId));
  }

  @Mutation(() => ConsentView, { description: 'Refuses to be lent. It has no effect on your employment or rating.' })
  @Allow(own)
  async refuseConsent(
    @Me() viewer: WorkerViewer,
    @Args('input', { description: 'Which request.' }) input: ConsentInput,
  ): Promise<ConsentView> {
    return toConsentView(await this.consents.refuse(viewer, input.consentId));
  }

  @Mutation(() => ConsentView, {
    description:
      'Asks your worker once more for the same period and radius: at once where nobody answered or a yes was withdrawn, ' +
      'seven days after a no. It is a new request; silence is a no again.',
  })
  @Allow({ to: ['enterprise'], owns: 'consents that the viewer’s enterprise asked for', scope: 'labour:write' })
  async askConsentAgain(
    @Me() viewer: EnterpriseViewer,
    @Args('input', { description: 'Which request.' }) input: AskConsentAgainInput,
  ): Promise<ConsentView> {
    return toConsentView(await this.again.ask(viewer, input));
  }

  @Query(() => ConsentConnection, { description: 'What you were asked to consent to, newest first.' })
  @Allow(own)
  async myConsents(@Me() viewer: WorkerViewer, @Args() page: PageArgs): Promise<Connection<ConsentView>> {
    return toConnection(await this.consents.list(viewer, page), toConsentView);
  }

  @Query(() => ConsentConnection, {
    name: 'consents',
    description: 'Consents that your enterprise asked its workers for, newest first.',
  })
  @Allow({ to: ['enterprise'], owns: 'consents that the viewer’s enterprise asked for', scope: 'labour:read' })
  async list(@Me() viewer: EnterpriseViewer, @Args() page: PageArgs): Promise<Connection<ConsentView>> {
    return toConnection(await this.consents.list(viewer, page), toConsentView);
  }

  @ResolveField(() => EnterpriseView, { nullable: true, description: 'The employer who lends.' })
  @Allow(parties)
  async lender(
    @Parent() { lenderId }: ConsentView,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<EnterpriseView | undefined> {
    const lender = await ctx.load(this.enterprises.byIds, lenderId);
    return lender && toEnterpriseView(lender, viewer);
  }

  @ResolveField(() => CandidateView, { nullable: true, description: 'Whose consent it is.' })
  @Allow(parties)
  async candidate(@Parent() { workerId }: ConsentView, @Ctx() ctx: RequestContext): Promise<CandidateView | undefined> {
    const worker = await ctx.load(this.workers.byIds, workerId);
    return worker && toCandidateView(worker);
  }

  @ResolveField(() => [DisclosureView], { description: 'What it lets others see of the worker, and nothing beyond.' })
  @Allow(parties)
  disclosures(@Ctx() ctx: RequestContext): DisclosureView[] {
    return toDisclosureViews(ctx.language);
  }

  @ResolveField(() => String, { description: 'The worker’s rights when answering.' })
  @Allow(parties)
  rights(@Ctx() ctx: RequestContext): string {
    return render(disclosureMessages.rights, ctx.language);
  }

  @ResolveField(() => [ConsentActionEnum], { description: 'What you may do with it now.' })
  @Allow(parties)
  async actions(
    @Parent() consent: ConsentView,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<ConsentAction[]> {
    const asking = viewer.kind === 'enterprise' ? await ctx.load(this.again.factsOf, consent.id) : undefined;
    return this.consents.actionsOf(viewer, consent, asking);
  }
}
