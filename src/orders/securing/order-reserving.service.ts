import { Injectable } from '@nestjs/common';
import { type CapacityHold, CapacityHolds } from '../../capacity/index.js';
import { Needs, Offers, ShiftKind, WageUnit } from '../../labour/index.js';
import { ChosenWorkers, type FoundMinutes, type FoundWorker } from '../../matching/index.js';
import { MaterialReservations } from '../../materials/index.js';
import type { AuditEntry } from '../../platform/audit/audit.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock, HOUR_MS } from '../../platform/clock/clock.js';
import { rowsOf, type Tx } from '../../platform/database/database.js';
import { RefusedError } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/ids.js';
import { orderMessages } from '../orders.messages.js';
import type { RequirementRow } from '../production-orders/order-search.service.js';
import { OrderAllocation, type ProductionOrder } from '../production-orders/production-order.entity.js';
import { ProductionOrders } from '../production-orders/production-order.service.js';
import type { Found } from './found.js';

/** How long owners have to answer what an order reserves of theirs. */
const holdHours = 72;
const wageUnits = { hour: WageUnit.HOUR, day: WageUnit.DAY, month: WageUnit.MONTH } as const;

/** Reserves what was found for an order, in the caller's transaction, through the modules whose it is and by their rules. */
@Injectable()
export class OrderReserving {
  constructor(
    private readonly clock: Clock,
    private readonly orders: ProductionOrders,
    private readonly materials: MaterialReservations,
    private readonly capacity: CapacityHolds,
    private readonly needs: Needs,
    private readonly chosen: ChosenWorkers,
    private readonly offers: Offers,
  ) {}

  lock(tx: Tx, viewer: EnterpriseViewer, orderId: string): Promise<ProductionOrder> {
    return this.orders.lock(tx, viewer, orderId);
  }

  /** Everything or, by the refusal that it throws, nothing. Answers what the caller writes to the audit trail, last. */
  async reserve(tx: Tx, viewer: EnterpriseViewer, order: ProductionOrder, found: Found): Promise<AuditEntry[]> {
    await this.holdMinutes(tx, viewer, found);
    await this.holdMaterials(tx, viewer, found);
    const entries: AuditEntry[] = [];
    for (const [index, requirement] of found.labour.entries()) {
      const workers = found.people.workers[index] ?? [];
      const { weightsVersion } = found.people;
      entries.push(...(await this.hire(tx, viewer, { order, requirement, workers, weightsVersion })));
    }
    return entries;
  }

  /** Minutes of one step in one window are one booking. */
  private async holdMinutes(tx: Tx, { enterpriseId }: EnterpriseViewer, found: Found): Promise<void> {
    const steps = found.requirements.filter(({ leg }) => leg === 'capacity');
    const until = this.clock.in(holdHours * HOUR_MS);
    const byBooking = new Map<string, FoundMinutes[]>();
    for (const minutes of found.minutes) {
      const key = `${minutes.step} ${minutes.windowId}`;
      byBooking.set(key, [...(byBooking.get(key) ?? []), minutes]);
    }
    const groups = [...byBooking.values()].flatMap((of) => {
      const [first] = of;
      const requirement = steps[(first?.step ?? 0) - 1];
      return first && requirement ? [{ requirement, windowId: first.windowId, days: of }] : [];
    });
    const holds = groups.map(({ windowId, days }): CapacityHold => ({
      ...{ windowId, enterpriseId, until, days: days.map(({ day, minutes }) => ({ day, minutes })) },
    }));
    if (holds.length === 0) return;
    const bookings = await this.capacity.holdAll(tx, holds);
    for (const [index, { requirement }] of groups.entries())
      await this.allocate(tx, requirement, { bookingId: bookings[index]?.id ?? null });
  }

  private async holdMaterials(tx: Tx, viewer: EnterpriseViewer, found: Found): Promise<void> {
    if (found.materials.length === 0) return;
    const until = this.clock.in(holdHours * HOUR_MS);
    const { enterpriseId } = viewer;
    const holds = found.materials.map(({ lotId, quantity }) => ({
      ...{ lotId, enterpriseId, quantity: { value: quantity }, until },
    }));
    const transferIds = await this.materials.holdAll(tx, viewer, holds);
    for (const [index, { requestId }] of found.materials.entries()) {
      const requirement = found.requirements.find(({ id }) => id === requestId);
      if (requirement) await this.allocate(tx, requirement, { transferId: transferIds[index] ?? null });
    }
  }

  /** Publishes the need of a requirement and offers its seats to those who were found: an offer binds a worker until it ends. */
  private async hire(
    tx: Tx,
    viewer: EnterpriseViewer,
    { order, requirement, workers, weightsVersion }: Hiring,
  ): Promise<AuditEntry[]> {
    const { regionId, latitude, longitude, reference } = order;
    const published = await this.needs.publishIn(tx, viewer, {
      ...{
        reference,
        occupationId: requirement.thingId,
        minLevel: requirement.minLevel ?? 1,
        acceptsSubstitutes: true,
      },
      ...{ certificateCodes: [], headcount: workers.length, priority: 2, regionId, address: '', latitude, longitude },
      ...{ startsOn: requirement.startsOn, endsOn: requirement.endsOn, minOverlapPercent: 100, shift: ShiftKind.DAY },
      ...{ wageFen: requirement.ceilingFen ?? 1, wageUnit: wageUnits[requirement.wageUnit ?? 'hour'], currency: 'CNY' },
      ...{ lodging: false, hazards: [], description: '' },
    });
    const needId = published.subjectId;
    await this.chosen.propose(tx, regionId, needId, { weightsVersion, workers });
    const open = await rowsOf<{ id: string }>(
      tx,
      `SELECT id FROM proposal WHERE need_id = $1 AND state = 'proposed' ORDER BY worker_id`,
      [needId],
    );
    // Somebody else has hired one of them since.
    if (open.length < workers.length)
      throw new RefusedError({ code: 'CONFLICT', message: orderMessages.changing, field: 'input.orderId' });
    const sent: AuditEntry[] = [];
    for (const { id: proposalId } of open) sent.push(await this.offers.send(tx, viewer, { proposalId }));
    await this.allocate(tx, requirement, { needId });
    return [published, ...sent];
  }

  private async allocate(
    tx: Tx,
    { id: requirementId }: RequirementRow,
    to: Partial<Pick<OrderAllocation, 'transferId' | 'bookingId' | 'needId'>>,
  ): Promise<void> {
    await tx.insert(OrderAllocation, { id: newId(), requirementId, createdAt: this.clock.now(), ...to });
  }
}

interface Hiring {
  readonly order: ProductionOrder;
  readonly requirement: RequirementRow;
  readonly workers: readonly FoundWorker[];
  readonly weightsVersion: number;
}
