import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Regions, Workers } from '../../directory/index.js';
import { Allow, everyone } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer, Viewer, WorkerViewer } from '../../platform/auth/viewer.js';
import { type Connection, PageArgs, toConnection } from '../../platform/graphql/connection.js';
import { CandidateView, toCandidateView } from '../candidates/candidate.view.js';
import { Needs } from '../needs/need.service.js';
import { type NeedAction, needActions } from '../needs/need-action.rules.js';
import { LabourNeedView, NeedActionEnum, toNeedView } from '../needs/need.view.js';
import { ApplicationInput, ApplyInput } from './application.input.js';
import { Applications } from './application.service.js';
import { ApplicationConnection, ApplicationView, toApplicationView } from './application.view.js';

const ownWorker = { to: ['worker'], owns: 'the viewer’s own applications' } as const;

/** What can be done with a need depends on the viewer's application, so it is added here. */
@Resolver(() => LabourNeedView)
export class NeedActionsResolver {
  constructor(
    private readonly applications: Applications,
    private readonly regions: Regions,
  ) {}

  @ResolveField(() => [NeedActionEnum], {
    description: 'What you may do with it now; empty for whoever may only look.',
  })
  @Allow({ to: everyone, owns: 'needs that the viewer sees', scope: 'labour:read' })
  async actions(
    @Parent() need: LabourNeedView,
    @Me() viewer: Viewer,
    @Ctx() ctx: RequestContext,
  ): Promise<NeedAction[]> {
    const applicant = await ctx.load(this.applications.factsByKey, Applications.key(viewer, need));
    const above = viewer.kind === 'bureau' ? await ctx.load(this.regions.ancestorsOf, need.regionId) : undefined;
    const isInJurisdiction = viewer.kind === 'bureau' && above?.has(viewer.regionId) === true;
    return needActions(need, viewer, { applicant, isInJurisdiction });
  }
}

/** What the host of a need sees of it. */
@Resolver(() => LabourNeedView)
export class NeedApplicationsResolver {
  constructor(
    private readonly applications: Applications,
    private readonly needs: Needs,
  ) {}

  @ResolveField(() => ApplicationConnection, {
    name: 'applications',
    description:
      'Who applied for a hire by its host, newest first; only its host may ask. Interests go to the employer.',
  })
  @Allow({ to: ['enterprise'], owns: 'direct applications for own needs', scope: 'labour:read' })
  async ofNeed(
    @Parent() need: LabourNeedView,
    @Me() viewer: EnterpriseViewer,
    @Args() page: PageArgs,
  ): Promise<Connection<ApplicationView>> {
    await this.needs.requireOwn(viewer, need.id);
    return toConnection(await this.applications.ofNeed(need.id, page), toApplicationView);
  }
}

@Resolver(() => ApplicationView)
export class ApplicationResolver {
  constructor(
    private readonly applications: Applications,
    private readonly needs: Needs,
    private readonly workers: Workers,
  ) {}

  @Mutation(() => ApplicationView, {
    description: 'Applies for a need; with an employer it becomes an interest that the employer sees.',
  })
  @Allow(ownWorker)
  async applyForNeed(@Me() viewer: WorkerViewer, @Args('input') input: ApplyInput): Promise<ApplicationView> {
    return toApplicationView(await this.applications.apply(viewer, input));
  }

  @Mutation(() => ApplicationView, { description: 'Takes back your application.' })
  @Allow(ownWorker)
  async withdrawApplication(
    @Me() viewer: WorkerViewer,
    @Args('input') input: ApplicationInput,
  ): Promise<ApplicationView> {
    return toApplicationView(await this.applications.withdraw(viewer, input.applicationId));
  }

  @Mutation(() => ApplicationView, {
    description: 'Says no to an application for your need, or to an interest of your employee.',
  })
  @Allow({
    to: ['enterprise'],
    owns: 'direct applications for own needs; interests of own employees',
    scope: 'labour:write',
  })
  async declineApplication(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: ApplicationInput,
  ): Promise<ApplicationView> {
    return toApplicationView(await this.applications.decline(viewer, input.applicationId));
  }

  @Query(() => ApplicationConnection, { description: 'Your applications, newest first.' })
  @Allow(ownWorker)
  async myApplications(@Me() viewer: WorkerViewer, @Args() page: PageArgs): Promise<Connection<ApplicationView>> {
    return toConnection(await this.applications.mine(viewer, page), toApplicationView);
  }

  @Query(() => ApplicationConnection, { description: 'Interests of your employees in work elsewhere, newest first.' })
  @Allow({ to: ['enterprise'], owns: 'interests of own employees', scope: 'labour:read' })
  async employeeInterests(
    @Me() viewer: EnterpriseViewer,
    @Args() page: PageArgs,
  ): Promise<Connection<ApplicationView>> {
    return toConnection(await this.applications.interests(viewer, page), toApplicationView);
  }

  @ResolveField(() => LabourNeedView, { nullable: true, description: 'What was applied for.' })
  @Allow({
    to: ['enterprise', 'worker'],
    owns: 'the need of an application that the viewer sees',
    scope: 'labour:read',
  })
  async need(@Parent() application: ApplicationView, @Ctx() ctx: RequestContext): Promise<LabourNeedView | undefined> {
    const need = await ctx.load(this.needs.byIds, application.needId);
    return need && toNeedView(need);
  }

  @ResolveField(() => CandidateView, {
    nullable: true,
    description: 'Who applied; anonymous to a host until an offer of its is accepted.',
  })
  @Allow({
    to: ['enterprise', 'worker'],
    owns: 'the worker of an application that the viewer sees',
    scope: 'labour:read',
  })
  async candidate(
    @Parent() application: ApplicationView,
    @Ctx() ctx: RequestContext,
  ): Promise<CandidateView | undefined> {
    const worker = await ctx.load(this.workers.byIds, application.workerId);
    return worker && toCandidateView(worker);
  }
}
