import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Allow, members, type Policy } from '../../platform/auth/allow.decorator.js';
import { Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer, LoggedIn } from '../../platform/auth/viewer.js';
import { LabourNeedView, toNeedView } from '../needs/need.view.js';
import { ComplaintDesk } from './complaint-desk.service.js';
import { AnswerComplaintInput, ComplaintInput, RemoveNeedInput, ReportNeedInput } from './complaint.input.js';
import { Complaints } from './complaint.service.js';
import { ComplaintView, toComplaintView } from './complaint.view.js';

const officer: Policy = { to: ['bureau'], owns: 'complaints in the bureau’s jurisdiction' };

/** Posts that are reported, and what officers do with complaints. */
@Resolver(() => ComplaintView)
export class ComplaintDeskResolver {
  constructor(
    private readonly desk: ComplaintDesk,
    private readonly complaints: Complaints,
  ) {}

  @Mutation(() => Boolean, {
    description:
      'Tells the bureau of a post that is false, unlawful or discriminating (R29, R31). Its host is not told who did.',
  })
  @Allow({ to: members, owns: 'needs that the viewer sees' })
  async reportNeed(
    @Me() viewer: LoggedIn,
    @Args('input', { description: 'Which post, and why.' }) input: ReportNeedInput,
  ): Promise<boolean> {
    await this.complaints.report(viewer, input);
    return true;
  }

  @Mutation(() => ComplaintView, { description: 'Takes a complaint up.' })
  @Allow(officer)
  async takeUpComplaint(
    @Me() viewer: BureauViewer,
    @Args('input', { description: 'Which complaint.' }) input: ComplaintInput,
  ): Promise<ComplaintView> {
    return toComplaintView(await this.desk.takeUp(viewer, input.complaintId), viewer);
  }

  @Mutation(() => ComplaintView, { description: 'Decides on a complaint that was taken up, with an answer.' })
  @Allow(officer)
  async answerComplaint(
    @Me() viewer: BureauViewer,
    @Args('input', { description: 'The decision.' }) input: AnswerComplaintInput,
  ): Promise<ComplaintView> {
    return toComplaintView(await this.desk.answer(viewer, input), viewer);
  }

  @Mutation(() => LabourNeedView, {
    description:
      'Takes an open post down, for a reason that its host reads; whoever reported it is answered (R29, R31).',
  })
  @Allow({ to: ['bureau'], owns: 'needs whose site lies in the bureau’s jurisdiction' })
  async removeNeed(
    @Me() viewer: BureauViewer,
    @Args('input', { description: 'Which post, and why.' }) input: RemoveNeedInput,
  ): Promise<LabourNeedView> {
    return toNeedView(await this.desk.removeNeed(viewer, input));
  }
}
