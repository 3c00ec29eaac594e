import { Injectable } from '@nestjs/common';
import { Programs } from '../../matching/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { newId } from '../../platform/ids/ids.js';
import { OnJob } from '../../platform/queue/handlers.js';
import { defineJob } from '../../platform/queue/job.js';
import { planBuses } from './bus-plan.js';
import { findRiders } from './riders.loader.js';
import { TransportPlan, TransportSeat, TransportStop, TransportTrip } from './transport.entity.js';
import { type Trip, travelOf, tripsOf } from './trips.rules.js';

export const planTransport = defineJob<{ readonly planId: string }>({
  ...{ name: 'bureau.plan-transport', queue: 'bureau', attempts: 3 },
});

/** Plans buses: who rides, where they are picked up, which buses take them where and when. */
@Injectable()
export class TransportPlanning {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly programs: Programs,
  ) {}

  /** Safe twice: one that is planned is left alone, one that was cut off begins anew. */
  @OnJob(planTransport)
  async run({ planId }: { readonly planId: string }): Promise<void> {
    const plan = await this.begin(planId);
    if (!plan) return;
    try {
      await this.make(plan);
    } catch (error) {
      const failed = { state: 'failed' as const, finishedAt: this.clock.now() };
      await this.db.reader.update(TransportPlan, { id: planId, state: 'running' }, failed);
      throw error;
    }
  }

  private async begin(id: string): Promise<TransportPlan | undefined> {
    return this.db.transaction(async (tx) => {
      const plan = await tx.findOne(TransportPlan, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (plan?.state !== 'queued' && plan?.state !== 'running' && plan?.state !== 'failed') return undefined;
      await tx.update(TransportPlan, id, { state: 'running', finishedAt: null });
      return plan;
    });
  }

  private async make(plan: TransportPlan): Promise<void> {
    const { vehicles, walkM } = plan;
    const riders = await findRiders(this.db, plan);
    const travel = travelOf(riders, walkM, Math.max(1, ...vehicles.map(({ seats }) => seats)));
    const buses = await planBuses(travel.ground, vehicles, this.programs.solve.bind(this.programs));
    const trips = tripsOf(buses, travel, vehicles, plan, (point) => `#${point + 1}`);
    const seated = trips.reduce((sum, trip) => sum + trip.riders.length, 0);
    const { costFen, aloneFen, boundFen, routes } = buses;
    const outcome = {
      ...{ heads: riders.length, seated, left: riders.length - seated, costFen, aloneFen, boundFen, routes },
      km: trips.reduce((sum, { km }) => sum + km, 0),
    };
    await this.db.transaction(async (tx) => {
      const done = { state: 'planned' as const, finishedAt: this.clock.now(), outcome };
      const { affected } = await tx.update(TransportPlan, { id: plan.id, state: 'running' }, done);
      if (!affected) return;
      for (const [at, trip] of trips.entries()) await this.write(tx, plan, trip, at + 1);
    });
  }

  private async write(tx: Tx, plan: TransportPlan, trip: Trip, nth: number): Promise<void> {
    const { vehicle, seats, costFen, km } = trip;
    const tripId = newId();
    await tx.insert(TransportTrip, { id: tripId, planId: plan.id, nth, vehicle, seats, costFen, km });
    const stops = trip.stops.map((stop, at) => ({ id: newId(), tripId, nth: at + 1, ...stop }));
    await tx.insert(TransportStop, stops);
    const seatsOf = trip.riders.map(({ rider, boardsAt, leavesAt }) => ({
      ...{ id: newId(), tripId, placementId: rider.placementId, workerId: rider.workerId },
      ...{ direction: plan.direction, boardsAt: stops[boardsAt]?.id ?? '', leavesAt: stops[leavesAt]?.id ?? '' },
      state: 'foreseen' as const,
    }));
    await tx.insert(TransportSeat, seatsOf);
  }
}
