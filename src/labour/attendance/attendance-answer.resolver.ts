import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, type Policy } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { BureauViewer, EnterpriseViewer, WorkerViewer } from '../../platform/auth/viewer.js';
import { AttendanceAnswers } from './attendance-answer.service.js';
import { AttendanceBatches } from './attendance-batch.service.js';
import { AttendanceCheckView, AttendanceOutcomeView, toOutcomeView } from './attendance-batch.view.js';
import { AttendanceChecks, type Checked } from './attendance-check.service.js';
import {
  type AttendanceTimesInput,
  CheckInInput,
  CheckOutInput,
  ConfirmAttendanceInput,
  CorrectAttendanceInput,
  DisputeAttendanceInput,
  RecordAttendanceInput,
  ResolveAttendanceInput,
} from './attendance.input.js';
import type { Times } from './attendance.rules.js';
import { Attendance } from './attendance.service.js';
import { AttendanceDayView, toAttendanceView } from './attendance.view.js';
import { toFindingView } from './hours-finding.view.js';

const host: Policy = { to: ['enterprise'], owns: 'placements at the viewer’s enterprise', scope: 'labour:write' };
const sides: Policy = {
  to: ['enterprise', 'worker'],
  owns: 'attendance of placements whose host or worker the viewer is',
  scope: 'labour:write',
};

@Resolver(() => AttendanceOutcomeView)
export class AttendanceAnswerResolver {
  constructor(
    private readonly attendance: Attendance,
    private readonly batches: AttendanceBatches,
    private readonly checks: AttendanceChecks,
    private readonly answers: AttendanceAnswers,
  ) {}

  @Mutation(() => [AttendanceOutcomeView], {
    description: 'Records days of work. One outcome per day, in their order; problems are no errors.',
  })
  @Allow(host)
  async recordAttendance(
    @Me() viewer: EnterpriseViewer,
    @Ctx() { language }: RequestContext,
    @Args('input') input: RecordAttendanceInput,
  ): Promise<AttendanceOutcomeView[]> {
    return (await this.batches.record(viewer, input)).map((outcome) => toOutcomeView(outcome, language));
  }

  @Mutation(() => AttendanceCheckView, {
    description:
      'Begins a shift of a worker now. Refused where it would exceed working time (R16), unless you accept that.',
  })
  @Allow(host)
  async checkIn(
    @Me() viewer: EnterpriseViewer,
    @Ctx() ctx: RequestContext,
    @Args('input') { placementId, acceptsExcess }: CheckInInput,
  ): Promise<AttendanceCheckView> {
    return toCheckView(await this.checks.checkNow(viewer, placementId, { step: 'in', acceptsExcess }), ctx);
  }

  @Mutation(() => AttendanceCheckView, { description: 'Ends a worker’s shift now.' })
  @Allow(host)
  async checkOut(
    @Me() viewer: EnterpriseViewer,
    @Ctx() ctx: RequestContext,
    @Args('input') { placementId }: CheckOutInput,
  ): Promise<AttendanceCheckView> {
    return toCheckView(await this.checks.checkNow(viewer, placementId, { step: 'out' }), ctx);
  }

  @Mutation(() => [AttendanceOutcomeView], {
    description: 'Confirms days for your side, the host or the worker. One outcome per id, in their order.',
  })
  @Allow(sides)
  async confirmAttendance(
    @Me() viewer: EnterpriseViewer | WorkerViewer,
    @Ctx() { language }: RequestContext,
    @Args('input') { ids }: ConfirmAttendanceInput,
  ): Promise<AttendanceOutcomeView[]> {
    return (await this.answers.confirm(viewer, ids)).map((outcome) => toOutcomeView(outcome, language));
  }

  @Mutation(() => AttendanceDayView, { description: 'Says that a day is wrong, as its host or worker.' })
  @Allow(sides)
  async disputeAttendance(
    @Me() viewer: EnterpriseViewer | WorkerViewer,
    @Args('input') { attendanceId, reason, claim }: DisputeAttendanceInput,
  ): Promise<AttendanceDayView> {
    return toAttendanceView(await this.answers.dispute(viewer, attendanceId, reason, claim && timesOf(claim)));
  }

  @Mutation(() => AttendanceDayView, { description: 'Corrects a day, as its host; both confirm it anew.' })
  @Allow(host)
  async correctAttendance(
    @Me() viewer: EnterpriseViewer,
    @Args('input') input: CorrectAttendanceInput,
  ): Promise<AttendanceDayView> {
    return toAttendanceView(await this.answers.correct(viewer, input.attendanceId, timesOf(input)));
  }

  @Mutation(() => AttendanceDayView, {
    description:
      'Ends a dispute: the other side accepts the claim, its own side drops it, or the bureau of the place decides.',
  })
  @Allow({
    to: ['enterprise', 'worker', 'bureau'],
    owns: 'disputed attendance of the viewer’s placements, or of the officer’s region',
    scope: 'labour:write',
  })
  async resolveAttendance(
    @Me() viewer: EnterpriseViewer | WorkerViewer | BureauViewer,
    @Args('input') { attendanceId, figures, ...how }: ResolveAttendanceInput,
  ): Promise<AttendanceDayView> {
    const given = { ...how, figures: figures && timesOf(figures) };
    return toAttendanceView(await this.answers.resolve(viewer, attendanceId, given));
  }

  @ResolveField(() => AttendanceDayView, {
    name: 'attendance',
    nullable: true,
    description: 'The day; null where there is a problem.',
  })
  @Allow(sides)
  async dayOf(
    @Parent() { attendanceId }: AttendanceOutcomeView,
    @Ctx() ctx: RequestContext,
  ): Promise<AttendanceDayView | undefined> {
    const row = attendanceId === null ? undefined : await ctx.load(this.attendance.byIds, attendanceId);
    return row && toAttendanceView(row);
  }
}

function toCheckView({ day, findings }: Checked, { language }: RequestContext): AttendanceCheckView {
  return { attendance: toAttendanceView(day), findings: findings.map((finding) => toFindingView(finding, language)) };
}

function timesOf({ checkInAt, checkOutAt, breakMinutes, pieces }: AttendanceTimesInput): Times {
  return { checkInAt, checkOutAt, breakMinutes, pieces: pieces ?? null };
}
