import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, rowsOf } from '../../platform/database/database.js';
import { notFound, refuse } from '../../platform/errors/index.js';
import type { RecordOtherWorkInput } from './other-work.input.js';
import { refuseFutureDay } from './other-work.rules.js';
import type { OtherWorkDayView } from './other-work.view.js';

/** Hours that lent workers work at home: the guard of hours sums them with those at the host (R16). */
@Injectable()
export class OtherWork {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Only the home employer states its own hours; the last statement for a day holds. */
  async record(viewer: EnterpriseViewer, { workerId, day, minutes }: RecordOtherWorkInput): Promise<OtherWorkDayView> {
    return this.db.transaction(async (tx) => {
      const own = 'SELECT 1 FROM worker WHERE id = $1 AND home_enterprise_id = $2 FOR SHARE';
      const found = await rowsOf(tx, own, [workerId, viewer.enterpriseId]);
      refuse(found.length > 0 ? refuseFutureDay(day, this.clock.today()) : notFound('input.workerId'));
      await tx.query(
        `INSERT INTO other_work_day (worker_id, day, enterprise_id, minutes, recorded_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (worker_id, day, enterprise_id) DO UPDATE SET minutes = $4, recorded_at = $5`,
        [workerId, day, viewer.enterpriseId, minutes, this.clock.now()],
      );
      await this.audit.record(tx, viewer, {
        ...{ action: 'other-work.record', subjectType: 'worker', subjectId: workerId },
        details: { day, minutes },
      });
      return { workerId, day, minutes };
    });
  }
}
