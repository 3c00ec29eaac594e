import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Workers } from '../../directory/index.js';
import { Allow, type Policy } from '../../platform/auth/allow.decorator.js';
import type { RequestContext } from '../../platform/auth/request-context.js';
import { Ctx, Me } from '../../platform/auth/request-viewer.js';
import type { EnterpriseViewer, Viewer, WorkerViewer } from '../../platform/auth/viewer.js';
import { type Connection, PageArgs, toConnection } from '../../platform/graphql/connection.js';
import { IdArg } from '../../platform/graphql/id-arg.js';
import { CandidateView, toCandidateView } from '../candidates/candidate.view.js';
import { PlacementConnection, PlacementView, toPlacementView } from '../placements/placement.view.js';
import { type AttendanceAction, attendanceActions } from './attendance-action.rules.js';
import { AttendanceChangeView, toChangeView } from './attendance-change.view.js';
import { AttendanceTotals } from './attendance-total.service.js';
import { AttendanceTotalsView } from './attendance-total.view.js';
import { AttendanceListArgs, AttendanceTotalsArgs } from './attendance.input.js';
import { Attendance } from './attendance.service.js';
import {
  AttendanceActionEnum,
  AttendanceDayConnection,
  AttendanceDayView,
  toAttendanceView,
} from './attendance.view.js';
import { HoursFindingView, toFindingView } from './hours-finding.view.js';

const parties: Policy = {
  to: ['enterprise', 'worker'],
  owns: 'attendance of placements whose host, lender or worker the viewer is',
  scope: 'labour:read',
};
const partiesAndBureau: Policy = {
  to: ['enterprise', 'worker', 'bureau'],
  owns: 'attendance of placements whose host, lender or worker the viewer is; disputes in the officer’s region',
  scope: 'labour:read',
};

@Resolver(() => AttendanceDayView)
export class AttendanceResolver {
  constructor(
    private readonly attendance: Attendance,
    private readonly workers: Workers,
  ) {}

  @Query(() => AttendanceDayView, { nullable: true, description: 'One day of attendance that you may see.' })
  @Allow(partiesAndBureau)
  async attendanceDay(@Me() viewer: Viewer, @IdArg() id: string): Promise<AttendanceDayView> {
    return toAttendanceView(await this.attendance.require(viewer, id));
  }

  @Query(() => AttendanceDayConnection, {
    description:
      'Days of attendance of placements that you are party to, the newest record first; a bureau sees disputes.',
  })
  @Allow(partiesAndBureau)
  async attendanceDays(@Me() viewer: Viewer, @Args() args: AttendanceListArgs): Promise<Connection<AttendanceDayView>> {
    return toConnection(await this.attendance.list(viewer, args), toAttendanceView);
  }

  @ResolveField(() => CandidateView, { nullable: true, description: 'Whose day it is.' })
  @Allow(parties)
  async candidate(
    @Parent() { row }: AttendanceDayView,
    @Ctx() ctx: RequestContext,
  ): Promise<CandidateView | undefined> {
    const worker = await ctx.load(this.workers.byIds, row.workerId);
    return worker && toCandidateView(worker);
  }

  @ResolveField(() => [AttendanceChangeView], {
    description: 'Every change of it, oldest first, from the audit trail.',
  })
  @Allow(partiesAndBureau)
  async history(@Parent() { row }: AttendanceDayView, @Ctx() ctx: RequestContext): Promise<AttendanceChangeView[]> {
    const changes = (await ctx.load(this.attendance.historyOf, row.id)) ?? [];
    return changes.map((change) => toChangeView(change, row));
  }

  @ResolveField(() => [AttendanceActionEnum], { description: 'What you may do with it now.' })
  @Allow(partiesAndBureau)
  actions(@Parent() { row }: AttendanceDayView, @Me() viewer: Viewer): AttendanceAction[] {
    return attendanceActions(row, viewer);
  }
}

/** Today’s attendance beside each placement. */
@Resolver(() => PlacementView)
export class PlacementAttendanceResolver {
  constructor(private readonly attendance: Attendance) {}

  @Query(() => PlacementConnection, {
    description: 'Who is placed at your enterprise today, newest placement first; ask each for `attendanceToday`.',
  })
  @Allow({ to: ['enterprise'], owns: 'placements at the viewer’s enterprise', scope: 'labour:read' })
  async onSiteToday(@Me() viewer: EnterpriseViewer, @Args() page: PageArgs): Promise<Connection<PlacementView>> {
    return toConnection(await this.attendance.onSite(viewer, page), toPlacementView);
  }

  @ResolveField(() => AttendanceDayView, {
    nullable: true,
    description: 'Today’s attendance, or the night shift that is still open; null before a check-in.',
  })
  @Allow(parties)
  async attendanceToday(
    @Parent() { id }: PlacementView,
    @Ctx() ctx: RequestContext,
  ): Promise<AttendanceDayView | undefined> {
    const row = await ctx.load(this.attendance.todayOf, id);
    return row && toAttendanceView(row);
  }
}

@Resolver(() => AttendanceTotalsView)
export class AttendanceTotalsResolver {
  constructor(private readonly totals: AttendanceTotals) {}

  @Query(() => AttendanceTotalsView, {
    nullable: true,
    description:
      'A month of a placement that you are party to, with what the guard of hours finds over both employers.',
  })
  @Allow(parties)
  async attendanceTotals(
    @Me() viewer: EnterpriseViewer | WorkerViewer,
    @Args() args: AttendanceTotalsArgs,
  ): Promise<AttendanceTotalsView> {
    return this.totals.month(viewer, args);
  }

  @ResolveField(() => [HoursFindingView], { description: 'What the guard of hours finds (R15, R16, R17).' })
  @Allow(parties)
  findings(@Parent() { found }: AttendanceTotalsView, @Ctx() { language }: RequestContext): HoursFindingView[] {
    return found.map((finding) => toFindingView(finding, language));
  }
}
