import { Injectable } from '@nestjs/common';

/** A calendar date 'YYYY-MM-DD' in the time zone of work. */
export type LocalDate = string;

/** The only source of time, so that tests and replays can set it. */
@Injectable()
export class Clock {
  private offsetMs = 0;

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  /** The instant `amount` milliseconds from now. */
  in(amountMs: number): Date {
    return new Date(this.now().getTime() + amountMs);
  }

  /** The instant that many milliseconds after 1970 began. */
  at(epochMs: number): Date {
    return new Date(epochMs);
  }

  /** Today's date where the work is (Asia/Shanghai keeps no summer time). */
  today(timeZone = 'Asia/Shanghai'): LocalDate {
    return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(this.now());
  }

  /** For tests: moves this clock away from the system's. */
  shift(amountMs: number): void {
    this.offsetMs += amountMs;
  }
}

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
