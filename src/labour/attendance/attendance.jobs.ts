import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/database.js';
import { OnEvent, OnJob } from '../../platform/queue/handlers.js';
import { defineJob, type DomainEvent } from '../../platform/queue/job.js';
import { calendarDayChanged } from '../../directory/index.js';
import { AttendanceAnswers } from './attendance-answer.service.js';
import { AttendanceClasses } from './attendance-classes.service.js';

export const confirmSilentAttendance = defineJob<object>({
  name: 'labour.confirm-silent-attendance',
  queue: 'labour',
  everyMs: 60_000,
});

@Injectable()
export class AttendanceJobs {
  constructor(
    private readonly answers: AttendanceAnswers,
    private readonly classes: AttendanceClasses,
  ) {}

  /** Only what is due and still waits is touched, so running twice is harmless. */
  @OnJob(confirmSilentAttendance)
  async confirmSilent(): Promise<void> {
    while ((await this.answers.confirmSilent()) > 0);
  }

  /** Classifying again what is classified changes nothing. */
  @OnEvent(calendarDayChanged, 'attendance.classify')
  async calendarChanged({ payload }: DomainEvent<{ readonly day: string }>, tx: Tx): Promise<void> {
    await this.classes.calendarChanged(tx, payload.day);
  }
}
