import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

const probeMs = 2_000;

/** Asks the parts the service stands on whether they answer. */
@Injectable()
export class HealthProbe {
  constructor(private readonly db: Database) {}

  databaseAnswers(): Promise<boolean> {
    return this.inTime(this.db.rows('SELECT 1')).then((rows) => rows !== undefined);
  }

  /** What a part answers; undefined for one that fails or takes longer than two seconds. */
  inTime<T>(answer: Promise<T>): Promise<T | undefined> {
    const timeout = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), probeMs).unref());
    return Promise.race([answer.catch(() => undefined), timeout]);
  }
}
