import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { mapConstraints } from '../../platform/database/constraints.js';
import { WorkingTimeModule } from '../working-time/working-time.module.js';
import { AttendanceAnswerResolver } from './attendance-answer.resolver.js';
import { AttendanceAnswers } from './attendance-answer.service.js';
import { AttendanceBatches } from './attendance-batch.service.js';
import { AttendanceChecks } from './attendance-check.service.js';
import { AttendanceClasses } from './attendance-classes.service.js';
import { AttendanceImportController } from './attendance-import.controller.js';
import { AttendanceImports } from './attendance-import.service.js';
import { AttendanceRecording } from './attendance-recording.service.js';
import { AttendanceTotals } from './attendance-total.service.js';
import { AttendanceDay } from './attendance.entity.js';
import { AttendanceJobs } from './attendance.jobs.js';
import { attendanceMessages } from './attendance.messages.js';
import { AttendanceResolver, AttendanceTotalsResolver, PlacementAttendanceResolver } from './attendance.resolver.js';
import { Attendance } from './attendance.service.js';

/** What was worked at a host, day by day, and what the law says of it. */
@Module({
  imports: [WorkingTimeModule, TypeOrmModule.forFeature([AttendanceDay])],
  providers: [
    ...[Attendance, AttendanceTotals, AttendanceClasses, AttendanceRecording],
    ...[AttendanceBatches, AttendanceChecks, AttendanceAnswers, AttendanceImports, AttendanceJobs],
    ...[AttendanceResolver, PlacementAttendanceResolver, AttendanceTotalsResolver, AttendanceAnswerResolver],
  ],
  controllers: [AttendanceImportController],
  exports: [AttendanceChecks],
})
export class AttendanceModule implements OnModuleInit {
  onModuleInit(): void {
    const conflict = (message: (typeof attendanceMessages)['settled']) => ({ code: 'CONFLICT', message }) as const;
    mapConstraints({
      attendance_day_once: conflict(attendanceMessages.alreadyRecorded),
      attendance_day_no_overlap: conflict(attendanceMessages.overlaps),
      attendance_day_settled: conflict(attendanceMessages.settled),
    });
  }
}
