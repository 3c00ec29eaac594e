import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Workers } from '../../directory/index.js';
import { Audit } from '../../platform/audit/audit.js';
import type { WorkerViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse, refuseAll, refuseTransition } from '../../platform/errors/index.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { refuseBackwardPeriod } from '../needs/need.rules.js';
import { Availability } from './availability.entity.js';
import { availabilityChanged } from './availability.events.js';
import type { SetMyAvailabilityInput } from './availability.input.js';
import { closePastOwn, lockWorker } from './availability.loader.js';
import { isSame, refuseEmployed, refuseFarEnd, refusePastEnd } from './availability.rules.js';
import { availabilityTransitions } from './availability.states.js';

/** What workers without employer say about when they can work. Heads of lenders: see surplus. */
@Injectable()
export class Availabilities {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly workers: Workers,
  ) {}

  /** Publishes when the viewer can work, in place of what overlaps it; the same again changes nothing. */
  async set(viewer: WorkerViewer, input: SetMyAvailabilityInput): Promise<Availability> {
    const conditions = conditionsOf(input);
    const id = await this.db.transaction(async (tx) => {
      const today = this.clock.today();
      await this.requireIdle(tx, viewer);
      refuseAll([refuseBackwardPeriod(input) ?? refusePastEnd(input, today) ?? refuseFarEnd(input, today)]);
      const overlapping = await this.openWithin(tx, viewer, input);
      const same = overlapping.find((one) => isSame(one, conditions));
      if (same) return same.id;
      await tx.update(Availability, { id: In(overlapping.map((one) => one.id)) }, { state: 'closed' });
      const opened = {
        ...conditions,
        id: newId(),
        workerId: viewer.workerId,
        surplusLineId: null,
        state: 'open' as const,
      };
      await tx.insert(Availability, opened);
      await this.record(tx, viewer, 'availability.open', opened.id);
      return opened.id;
    });
    return this.db.reader.findOneByOrFail(Availability, { id });
  }

  /** Takes the viewer off the market for a period; deals already made stand. */
  async close(viewer: WorkerViewer, id: string): Promise<Availability> {
    return this.db.transaction(async (tx) => {
      await this.requireIdle(tx, viewer);
      const availability = orRefuse(
        await tx.findOneBy(Availability, { id, workerId: viewer.workerId }),
        notFound('input.availabilityId'),
      );
      refuse(refuseTransition(availabilityTransitions, availability.state, 'closed'));
      await tx.update(Availability, id, { state: 'closed' });
      await this.record(tx, viewer, 'availability.close', id);
      return Object.assign(availability, { state: 'closed' as const });
    });
  }

  /** The viewer's open availabilities, newest first. */
  async mine({ workerId }: WorkerViewer, page: PageArgs): Promise<Page<Availability>> {
    const query = this.db.reader.createQueryBuilder(Availability, 'availability');
    return pageOf(query.where(`availability.workerId = :workerId AND availability.state = 'open'`, { workerId }), page);
  }

  /** Closes what workers published for days that have passed; safe to repeat. Returns how many. */
  async closePast(): Promise<number> {
    return this.db.transaction((tx) => closePastOwn(tx, this.clock.today()));
  }

  /** Refuses a worker whose employer sets the conditions; concurrent changes of one worker wait for each other. */
  private async requireIdle(tx: Tx, { workerId }: WorkerViewer): Promise<void> {
    await lockWorker(tx, workerId);
    refuse(refuseEmployed(await this.workers.require(tx, workerId, 'input')));
  }

  private async openWithin(
    tx: Tx,
    { workerId }: WorkerViewer,
    { startsOn, endsOn }: SetMyAvailabilityInput,
  ): Promise<Availability[]> {
    return tx
      .createQueryBuilder(Availability, 'availability')
      .where(`availability.workerId = :workerId AND availability.state = 'open'`, { workerId })
      .andWhere('availability.startsOn <= :endsOn AND availability.endsOn >= :startsOn', { startsOn, endsOn })
      .getMany();
  }

  private async record(tx: Tx, viewer: WorkerViewer, action: string, subjectId: string): Promise<void> {
    const { id: workerId, regionId } = await this.workers.require(tx, viewer.workerId, 'input');
    await this.outbox.record(tx, availabilityChanged({ workerId, regionId }));
    await this.audit.record(tx, viewer, { action, subjectType: 'availability', subjectId });
  }
}

function conditionsOf(input: SetMyAvailabilityInput) {
  const { startsOn, endsOn, wageFloorFen, wageUnit, currency, radiusM, relocationRadiusM = null } = input;
  return { startsOn, endsOn, wageFloorFen, wageUnit, currency, radiusM, relocationRadiusM };
}
