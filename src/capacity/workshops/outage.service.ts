import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse } from '../../platform/errors/index.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { applyOutages, bookingsOn, lockLineDays } from './line.loader.js';
import { LineOutage, ProductionLine } from './workshop.entity.js';
import type { AddLineOutageInput } from './workshop.input.js';
import { refuseBackward, refuseBooked, refuseLong, refusePast, refuseRetired } from './workshop.rules.js';

const maxOutageDays = 366;

/** Maintenance and holidays of a line: they take what is free, never what is booked. */
@Injectable()
export class LineOutages {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
  ) {}

  /** Enters an outage of the viewer's line; CONFLICT naming the bookings that it would break. */
  async add(viewer: EnterpriseViewer, input: AddLineOutageInput): Promise<LineOutage> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'addLineOutage', input, async () => {
        const { productionLineId: lineId, kind, startsOn, endsOn, reason } = input;
        const line = await tx.findOne(ProductionLine, {
          where: { id: lineId, enterpriseId: viewer.enterpriseId },
          lock: { mode: 'pessimistic_write' },
        });
        refuse(
          refuseRetired(orRefuse(line, notFound('input.productionLineId')), 'input.productionLineId') ??
            refuseBackward(input, 'input.endsOn') ??
            refuseLong(input, maxOutageDays, 'input.endsOn') ??
            refusePast(endsOn, this.clock.today(), 'input.endsOn'),
        );
        await lockLineDays(tx, lineId, startsOn, endsOn);
        refuse(refuseBooked(await bookingsOn(tx, lineId, startsOn, endsOn), 'input.startsOn'));
        const outage = { id: newId(), lineId, kind, startsOn, endsOn, reason };
        await tx.insert(LineOutage, outage);
        await applyOutages(tx, lineId, startsOn, endsOn);
        await this.audit.record(tx, viewer, {
          ...{ action: 'line-outage.add', subjectType: 'production_line', subjectId: lineId },
          details: { kind, startsOn, endsOn },
        });
        return outage.id;
      }),
    );
    return this.db.reader.findOneByOrFail(LineOutage, { id });
  }

  /** Takes an outage back: its days are offered again as they were planned. Answers the line's id. */
  async remove(viewer: EnterpriseViewer, id: string): Promise<string> {
    return this.db.transaction(async (tx) => {
      const outage = orRefuse(await tx.findOneBy(LineOutage, { id }), notFound('input.outageId'));
      const { lineId, startsOn, endsOn } = outage;
      const line = await tx.findOne(ProductionLine, {
        where: { id: lineId, enterpriseId: viewer.enterpriseId },
        lock: { mode: 'pessimistic_write' },
      });
      orRefuse(line, notFound('input.outageId'));
      await lockLineDays(tx, lineId, startsOn, endsOn);
      await tx.delete(LineOutage, id);
      await applyOutages(tx, lineId, startsOn, endsOn);
      await this.audit.record(tx, viewer, {
        ...{ action: 'line-outage.remove', subjectType: 'production_line', subjectId: lineId },
        details: { startsOn, endsOn },
      });
      return lineId;
    });
  }
}
