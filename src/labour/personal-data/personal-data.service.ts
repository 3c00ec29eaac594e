import { Injectable } from '@nestjs/common';
import { AccountErasure, workerChanged, WorkerPersons, Workers } from '../../directory/index.js';
import { Audit } from '../../platform/audit/audit.js';
import { system, type WorkerViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { refuse } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { availabilityChanged } from '../availability/availability.events.js';
import { lockWorker } from '../availability/availability.loader.js';
import { dropLetters, isOnRecord, leaveMarket, openMatters, outlived, recordsOf } from './personal-data.loader.js';
import { refuseErasure } from './personal-data.rules.js';

/** A person's rights over what is kept of them: to have a copy, and to be forgotten (R45). */
@Injectable()
export class PersonalData {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly workers: Workers,
    private readonly persons: WorkerPersons,
    private readonly accounts: AccountErasure,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** All that is kept of the viewer, and of nobody else. */
  async export(viewer: WorkerViewer): Promise<object> {
    const { workerId } = viewer;
    return this.db.transaction(async (tx) => {
      const persons = await this.persons.personOf(tx, [workerId]);
      const idNumber = await this.persons.maskedIdNumber(tx, viewer, workerId);
      const records = await recordsOf(tx, workerId);
      await this.audit.record(tx, viewer, {
        action: 'personal-data.export',
        subjectType: 'worker',
        subjectId: workerId,
      });
      return { exportedAt: this.clock.now(), person: { ...persons.get(workerId), idNumber }, ...records };
    });
  }

  /**
   * Erases the viewer's account, phone, skills and place on the market. A name that wage or service records stand under is
   * kept for them, sealed from everything else, until `forgetOutlived` (R32, R45).
   */
  async erase(viewer: WorkerViewer, password: string, address: string): Promise<void> {
    await this.accounts.confirm(viewer, password, address);
    const { workerId, accountId } = viewer;
    await this.db.transaction(async (tx) => {
      await lockWorker(tx, workerId);
      const matters = await openMatters(tx, workerId);
      refuse(matters && refuseErasure(matters));
      const { regionId } = await this.workers.require(tx, workerId, 'input');
      await leaveMarket(tx, workerId);
      await dropLetters(tx, accountId);
      const isKept = await isOnRecord(tx, workerId);
      await this.persons.forget(tx, workerId, isKept);
      await this.workers.blank(tx, workerId);
      await this.accounts.erase(tx, accountId);
      await this.outbox.record(tx, availabilityChanged({ workerId, regionId }));
      await this.outbox.record(tx, workerChanged({ workerId }));
      const entry = { action: 'account.erase', subjectType: 'worker', subjectId: workerId };
      await this.audit.record(tx, viewer, { ...entry, details: { isKept } });
    });
  }

  /** Forgets names that were kept for the law alone, once its term is over; safe to repeat. Returns how many. */
  async forgetOutlived(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const ids = await outlived(tx, this.clock.now());
      for (const id of ids) {
        await this.persons.forget(tx, id, false);
        await this.audit.record(tx, system, { action: 'personal-data.forget', subjectType: 'worker', subjectId: id });
      }
      return ids.length;
    });
  }
}
