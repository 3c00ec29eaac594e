import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { CalendarDays, Sanctions, type WorkCalendar } from '../../directory/index.js';
import { Audit } from '../../platform/audit/audit.js';
import { type EnterpriseViewer, system, type Viewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse, refuseTransition } from '../../platform/errors/index.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { capacityWindowPublished, capacityWindowWithdrawn } from '../capacity.events.js';
import { plannedDays } from '../workshops/line-calendar.rules.js';
import { LineOutage, ProductionLine } from '../workshops/workshop.entity.js';
import { refuseRetired } from '../workshops/workshop.rules.js';
import { CapacityWindow } from './window.entity.js';
import type {
  CapacityWindowTermsInput,
  PublishCapacityWindowInput,
  PublishCapacityWindowsInput,
} from './window.input.js';
import { giveUpFree, insertDays, takenDays } from './window.loader.js';
import { refuseNothingToOffer, refusePeriod, refuseTooSmall } from './window.rules.js';
import { type WindowState, windowTransitions } from './window.states.js';

/** Putting time of lines on offer, and taking it back. Locks lines before windows before days. */
@Injectable()
export class CapacityWindows {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly sanctions: Sanctions,
    private readonly calendars: CalendarDays,
  ) {}

  /** Publishes a window of the viewer's line; the same key again answers the same window. */
  async publish(viewer: EnterpriseViewer, input: PublishCapacityWindowInput): Promise<CapacityWindow> {
    const [id] = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'publishCapacityWindow', input, () =>
        this.publishAll(tx, viewer, [input], () => 'input'),
      ),
    );
    return this.db.reader.findOneByOrFail(CapacityWindow, { id: id ?? '' });
  }

  /** Publishes many windows, all or none; a fault names the window it is of. */
  async publishMany(viewer: EnterpriseViewer, input: PublishCapacityWindowsInput): Promise<CapacityWindow[]> {
    const ids = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'publishCapacityWindows', input, () =>
        this.publishAll(tx, viewer, input.windows, (index) => `input.windows.${index}`),
      ),
    );
    const windows = await this.db.reader.findBy(CapacityWindow, { id: In(ids) });
    return ids.flatMap((id) => windows.find((window) => window.id === id) ?? []);
  }

  /** Withdraws a window of the viewer's: free days and free minutes are given up, what is booked stays. */
  async withdraw(viewer: EnterpriseViewer, id: string): Promise<CapacityWindow> {
    await this.db.transaction(async (tx) => {
      const window = await tx.findOne(CapacityWindow, {
        where: { id, enterpriseId: viewer.enterpriseId },
        lock: { mode: 'pessimistic_write' },
      });
      const own = orRefuse(window, notFound('input.capacityWindowId'));
      await this.end(tx, own, 'closed');
      await giveUpFree(tx, id);
      await this.record(tx, viewer, 'capacity-window.withdraw', id);
    });
    return this.db.reader.findOneByOrFail(CapacityWindow, { id });
  }

  /** Expires windows whose last day has passed; safe to repeat. Returns how many. */
  async expirePast(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const past = await tx
        .createQueryBuilder(CapacityWindow, 'capacity')
        .where(`capacity.state = 'open' AND capacity.endsOn < :today`, { today: this.clock.today() })
        .orderBy('capacity.id')
        .setLock('pessimistic_write')
        .take(500)
        .getMany();
      for (const window of past) await this.end(tx, window, 'expired');
      for (const { id } of past) await this.record(tx, system, 'capacity-window.expire', id);
      return past.length;
    });
  }

  private async publishAll(
    tx: Tx,
    viewer: EnterpriseViewer,
    inputs: readonly CapacityWindowTermsInput[],
    pathOf: (index: number) => string,
  ): Promise<string[]> {
    refuse(await this.sanctions.refuseDealing(tx, [viewer.enterpriseId]));
    const lines = await lockLines(tx, viewer, inputs);
    const calendar = await this.calendars.calendar(tx);
    const ids: string[] = [];
    for (const [index, input] of inputs.entries()) {
      const path = pathOf(index);
      const line = orRefuse(lines.get(input.productionLineId), notFound(`${path}.productionLineId`));
      ids.push(await this.insert(tx, line, input, calendar, path));
    }
    for (const id of ids) await this.record(tx, viewer, 'capacity-window.publish', id);
    return ids;
  }

  private async insert(
    tx: Tx,
    line: ProductionLine,
    input: CapacityWindowTermsInput,
    calendar: WorkCalendar,
    path: string,
  ): Promise<string> {
    refuse(refuseRetired(line, `${path}.productionLineId`) ?? refusePeriod(input, this.clock.today(), path));
    const { startsOn, endsOn } = input;
    const taken = await takenDays(tx, line.id, startsOn, endsOn);
    const outages = await tx.findBy(LineOutage, { lineId: line.id });
    const dayMinutes = input.dayMinutes ?? null;
    const days = plannedDays({ line, calendar, outages, taken, period: input, dayMinutes });
    const window = windowOf(line, input, this.clock.now());
    await tx.insert(CapacityWindow, window);
    refuse(refuseNothingToOffer(days, path) ?? refuseTooSmall(days, input, path));
    await insertDays(tx, window, days);
    await this.outbox.record(
      tx,
      capacityWindowPublished({ windowId: window.id, lineId: line.id, ownerId: line.enterpriseId }),
    );
    return window.id;
  }

  private async end(tx: Tx, window: CapacityWindow, state: WindowState): Promise<void> {
    refuse(refuseTransition(windowTransitions, window.state, state));
    await tx.update(CapacityWindow, window.id, { state, endedAt: this.clock.now() });
    const { id: windowId, lineId, enterpriseId: ownerId } = window;
    await this.outbox.record(tx, capacityWindowWithdrawn({ windowId, lineId, ownerId, state }));
  }

  private async record(tx: Tx, viewer: Viewer, action: string, subjectId: string): Promise<void> {
    await this.audit.record(tx, viewer, { action, subjectType: 'capacity_window', subjectId });
  }
}

/** The viewer's lines that are named, locked in the order of their ids. */
async function lockLines(
  tx: Tx,
  { enterpriseId }: EnterpriseViewer,
  inputs: readonly CapacityWindowTermsInput[],
): Promise<Map<string, ProductionLine>> {
  const lines = await tx
    .createQueryBuilder(ProductionLine, 'line')
    .where('line.id IN (:...ids) AND line.enterpriseId = :enterpriseId', {
      ids: inputs.map(({ productionLineId }) => productionLineId),
      enterpriseId,
    })
    .orderBy('line.id')
    .setLock('pessimistic_write')
    .getMany();
  return new Map(lines.map((line) => [line.id, line]));
}

function windowOf(line: ProductionLine, input: CapacityWindowTermsInput, publishedAt: Date): CapacityWindow {
  const { startsOn, endsOn, setupMinutes, minimumMinutes, fenPerHour, currency } = input;
  const { withOperators, materialBy, noticeDays, latePercent, note } = input;
  return {
    ...{ id: newId(), lineId: line.id, enterpriseId: line.enterpriseId, startsOn, endsOn },
    ...{ dayMinutes: input.dayMinutes ?? null, setupMinutes, minimumMinutes, fenPerHour, currency },
    ...{ withOperators, materialBy, noticeDays, latePercent, note },
    ...{ state: 'open', publishedAt, endedAt: null },
  };
}
