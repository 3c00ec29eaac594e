import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Bureaus } from '../../directory/index.js';
import { Audit } from '../../platform/audit/audit.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { BureauViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { groupBy } from '../../platform/collections/group-by.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse, refuseTransition } from '../../platform/errors/index.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { transportCancelled, transportPublished } from '../bureau.events.js';
import { bureauMessages } from '../bureau.messages.js';
import { refusePeriod } from '../reports/period.rules.js';
import { findGroups, type TransportGroup } from './riders.loader.js';
import { TransportPlan, TransportSeat, TransportStop, TransportTrip } from './transport.entity.js';
import type {
  NameTransportStopInput,
  PlanTransportInput,
  TransportGroupArgs,
  TransportPlanInput,
} from './transport.input.js';
import { planTransport } from './transport-planning.service.js';
import { transportTransitions } from './transport.states.js';

/** A bureau's plans of buses: who travels, plans asked for, read, made known and called off. */
@Injectable()
export class TransportDesk {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly bureaus: Bureaus,
  ) {}

  readonly tripsByPlans: BatchLoad<readonly TransportTrip[]> = async (ids) => {
    const trips = await this.db.reader.find(TransportTrip, { where: { planId: In([...ids]) }, order: { nth: 'ASC' } });
    const grouped = groupBy(trips, ({ planId }) => planId);
    return new Map(ids.map((id) => [id, grouped.get(id) ?? []]));
  };

  readonly stopsByTrips: BatchLoad<readonly TransportStop[]> = async (ids) => {
    const stops = await this.db.reader.find(TransportStop, { where: { tripId: In([...ids]) }, order: { nth: 'ASC' } });
    const grouped = groupBy(stops, ({ tripId }) => tripId);
    return new Map(ids.map((id) => [id, grouped.get(id) ?? []]));
  };

  /** Seats of trips; who sits on them is told on the manifest alone. */
  readonly seatsByTrips: BatchLoad<readonly TransportSeat[]> = async (ids) => {
    const seats = await this.db.reader.findBy(TransportSeat, { tripId: In([...ids]) });
    const grouped = groupBy(seats, ({ tripId }) => tripId);
    return new Map(ids.map((id) => [id, grouped.get(id) ?? []]));
  };

  /** Groups of the viewer's jurisdiction that travel in some days. */
  async groups({ regionId }: BureauViewer, args: TransportGroupArgs): Promise<TransportGroup[]> {
    refuse(refusePeriod(args, undefined));
    return findGroups(this.db, regionId, args);
  }

  async page({ bureauId }: BureauViewer, page: PageArgs): Promise<Page<TransportPlan>> {
    const query = this.db.reader
      .createQueryBuilder(TransportPlan, 'plan')
      .where('plan.bureauId = :bureauId', { bureauId });
    return pageOf(query, page);
  }

  async get({ bureauId }: BureauViewer, id: string): Promise<TransportPlan> {
    return orRefuse(await this.db.reader.findOneBy(TransportPlan, { id, bureauId }), notFound('id'));
  }

  /** Asks for a plan; NOT_FOUND where neither end lies in the jurisdiction. */
  async ask(viewer: BureauViewer, input: PlanTransportInput): Promise<TransportPlan> {
    const { day, direction, originId, destinationId, minute, walkM, kmPerHour, vehicles } = input;
    await this.requireEnd(viewer, input);
    const isOver = day < this.clock.today();
    refuse(
      isOver ? { code: 'VALIDATION_FAILED', message: bureauMessages.transportOver, field: 'input.day' } : undefined,
    );
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'planTransport', input, async () => {
        const { bureauId, accountId } = viewer;
        const plan = { id: newId(), bureauId, accountId, state: 'queued' as const, requestedAt: this.clock.now() };
        const facts = { day, direction, originId, destinationId, minute, walkM, kmPerHour };
        await tx.insert(TransportPlan, { ...plan, ...facts, vehicles: vehicles.map((one) => ({ ...one })) });
        await this.outbox.requestJob(tx, planTransport, { planId: plan.id });
        await this.record(tx, viewer, 'transport.plan', plan.id, facts);
        return plan.id;
      }),
    );
    return this.db.reader.findOneByOrFail(TransportPlan, { id });
  }

  /** Makes a plan known: everybody who rides is asked. CONFLICT where somebody has a seat of another plan meanwhile. */
  async publish(viewer: BureauViewer, input: TransportPlanInput): Promise<TransportPlan> {
    return this.move(viewer, input, 'publishTransportPlan', async (tx, plan) => {
      await this.go(tx, plan, 'published');
      await tx.query(
        `UPDATE transport_seat SET state = 'asked' WHERE state = 'foreseen' AND trip_id IN (SELECT id FROM transport_trip WHERE plan_id = $1)`,
        [plan.id],
      );
      await this.outbox.record(tx, transportPublished({ planId: plan.id, bureauId: plan.bureauId }));
    });
  }

  /** Calls a plan off; those who were asked are told. */
  async cancel(viewer: BureauViewer, input: TransportPlanInput): Promise<TransportPlan> {
    return this.move(viewer, input, 'cancelTransportPlan', async (tx, plan) => {
      await this.go(tx, plan, 'cancelled');
      await tx.query(
        `UPDATE transport_seat SET state = 'void' WHERE state <> 'declined' AND trip_id IN (SELECT id FROM transport_trip WHERE plan_id = $1)`,
        [plan.id],
      );
      if (plan.state === 'published')
        await this.outbox.record(tx, transportCancelled({ planId: plan.id, bureauId: plan.bureauId }));
    });
  }

  async nameStop(viewer: BureauViewer, input: NameTransportStopInput): Promise<TransportPlan> {
    const planId = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'nameTransportStop', input, async () => {
        const stop = orRefuse(await tx.findOneBy(TransportStop, { id: input.stopId }), notFound('input.stopId'));
        const trip = await tx.findOneByOrFail(TransportTrip, { id: stop.tripId });
        const plan = await this.lock(tx, viewer, trip.planId, 'input.stopId');
        refuse(plan.state === 'cancelled' ? { code: 'CONFLICT', message: bureauMessages.transportEnded } : undefined);
        // The same point is called the same on every bus.
        await tx.query(
          `UPDATE transport_stop SET name = $1 WHERE latitude = $2 AND longitude = $3 AND trip_id IN (SELECT id FROM transport_trip WHERE plan_id = $4)`,
          [input.name, stop.latitude, stop.longitude, plan.id],
        );
        await this.record(tx, viewer, 'transport.name-stop', plan.id, { stopId: stop.id, name: input.name });
        return plan.id;
      }),
    );
    return this.db.reader.findOneByOrFail(TransportPlan, { id: planId });
  }

  private async requireEnd(viewer: BureauViewer, { originId, destinationId }: PlanTransportInput): Promise<void> {
    const { reader } = this.db;
    const ends = [originId, destinationId];
    const known = await this.db.rows<object>('SELECT FROM region WHERE id = ANY($1)', [ends]);
    const covered = await Promise.all(ends.map((id) => this.bureaus.covers(reader, viewer.regionId, id)));
    const isOpen = known.length === new Set(ends).size && covered.includes(true);
    refuse(isOpen ? undefined : notFound('input.originId'));
  }

  private async move(
    viewer: BureauViewer,
    input: TransportPlanInput,
    name: string,
    work: (tx: Tx, plan: TransportPlan) => Promise<void>,
  ): Promise<TransportPlan> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, name, input, async () => {
        const plan = await this.lock(tx, viewer, input.transportPlanId, 'input.transportPlanId');
        await work(tx, plan);
        await this.record(
          tx,
          viewer,
          name === 'publishTransportPlan' ? 'transport.publish' : 'transport.cancel',
          plan.id,
          {},
        );
        return plan.id;
      }),
    );
    return this.db.reader.findOneByOrFail(TransportPlan, { id });
  }

  private async lock(tx: Tx, { bureauId }: BureauViewer, id: string, field: string): Promise<TransportPlan> {
    const lock = { mode: 'for_no_key_update' as const };
    return orRefuse(await tx.findOne(TransportPlan, { where: { id, bureauId }, lock }), notFound(field));
  }

  private async go(tx: Tx, plan: TransportPlan, state: 'published' | 'cancelled'): Promise<void> {
    refuse(refuseTransition(transportTransitions, plan.state, state));
    await tx.update(TransportPlan, plan.id, { state });
  }

  private async record(
    tx: Tx,
    viewer: BureauViewer,
    action: string,
    subjectId: string,
    details: object,
  ): Promise<void> {
    await this.audit.record(tx, viewer, { action, subjectType: 'transport-plan', subjectId, details: { ...details } });
  }
}
