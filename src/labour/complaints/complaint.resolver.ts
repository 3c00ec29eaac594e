import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Enterprises, EnterpriseView, toEnterpriseView, WorkerPersons } from '../../directory/index.js';
import { Allow, type Policy } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer, EnterpriseViewer, WorkerViewer } from '../../platform/auth/viewer.js';
import { type Connection, toConnection } from '../../platform/graphql/connection.js';
import { IdArg } from '../../platform/graphql/id-arg.js';
import { CaseFileView } from './case-file.view.js';
import { ComplaintListArgs, FileComplaintInput } from './complaint.input.js';
import type { ComplaintViewer } from './complaint.policy.js';
import { mayKnowComplainant } from './complaint.rules.js';
import { Complaints } from './complaint.service.js';
import {
  ComplaintConnection,
  ComplaintStepView,
  ComplaintView,
  toComplaintView,
  toStepView,
} from './complaint.view.js';

const parties: Policy = {
  to: ['worker', 'enterprise', 'bureau'],
  owns: 'own complaints, open ones against the viewer’s enterprise, those in a bureau’s jurisdiction',
};

@Resolver(() => ComplaintView)
export class ComplaintResolver {
  constructor(
    private readonly complaints: Complaints,
    private readonly enterprises: Enterprises,
    private readonly persons: WorkerPersons,
  ) {}

  @Mutation(() => ComplaintView, {
    description:
      'Complains to the bureau of the host’s region, about a placement of yours or an enterprise with which you had to do. ' +
      'The other side does not learn of it here, unless you complain openly.',
  })
  @Allow({
    to: ['worker', 'enterprise'],
    owns: 'placements that the viewer is party to; enterprises it had to do with',
  })
  async fileComplaint(
    @Me() viewer: WorkerViewer | EnterpriseViewer,
    @Args('input', { description: 'What happened.' }) input: FileComplaintInput,
  ): Promise<ComplaintView> {
    return toComplaintView(await this.complaints.file(viewer, input), viewer);
  }

  @Query(() => ComplaintView, { nullable: true, description: 'One complaint that you may see.' })
  @Allow(parties)
  async complaint(@Me() viewer: ComplaintViewer, @IdArg() id: string): Promise<ComplaintView> {
    return toComplaintView(await this.complaints.require(viewer, id), viewer);
  }

  @Query(() => ComplaintConnection, {
    name: 'complaints',
    description:
      'Your complaints, open ones against your enterprise, or those of your bureau’s jurisdiction; newest first.',
  })
  @Allow(parties)
  async list(@Me() viewer: ComplaintViewer, @Args() args: ComplaintListArgs): Promise<Connection<ComplaintView>> {
    return toConnection(await this.complaints.list(viewer, args), (row) => toComplaintView(row, viewer));
  }

  @ResolveField(() => EnterpriseView, { nullable: true, description: 'The enterprise that it is against.' })
  @Allow(parties)
  async against(
    @Parent() { againstId }: ComplaintView,
    @Me() viewer: ComplaintViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<EnterpriseView | undefined> {
    const enterprise = await ctx.load(this.enterprises.byIds, againstId);
    return enterprise && toEnterpriseView(enterprise, viewer);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Name of whoever complains, where you may know it; null too for a post that an outsider reported.',
  })
  @Allow(parties)
  async complainant(
    @Parent() complaint: ComplaintView,
    @Me() viewer: ComplaintViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<string | null> {
    const { workerId, enterpriseId } = complaint;
    if (!mayKnowComplainant(complaint, viewer)) return null;
    const party = enterpriseId ?? workerId;
    const found = enterpriseId
      ? await ctx.load(this.enterprises.byIds, enterpriseId)
      : party && (await ctx.load(this.persons.byIds, party));
    return found ? found.name : null;
  }

  @ResolveField(() => [ComplaintStepView], { description: 'Its steps, oldest first.' })
  @Allow(parties)
  async history(@Parent() { id }: ComplaintView, @Ctx() ctx: RequestContext): Promise<ComplaintStepView[]> {
    return ((await ctx.load(this.complaints.stepsOf, id)) ?? []).map(toStepView);
  }

  @ResolveField(() => CaseFileView, {
    nullable: true,
    description: 'What there is to know of the placement; for officers only, null where it is about no placement.',
  })
  @Allow({ to: ['bureau'], owns: 'case files of complaints in the bureau’s jurisdiction' })
  async caseFile(
    @Parent() { placementId }: ComplaintView,
    @Me() _viewer: BureauViewer,
    @Ctx() ctx: RequestContext,
  ): Promise<CaseFileView | undefined> {
    return placementId === null ? undefined : ctx.load(this.complaints.caseFilesOf, placementId);
  }
}
