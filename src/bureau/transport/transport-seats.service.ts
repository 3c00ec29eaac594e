import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { WorkerViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse, refuseTransition } from '../../platform/errors/index.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { bureauMessages } from '../bureau.messages.js';
import { TransportPlan, TransportSeat, TransportStop, TransportTrip } from './transport.entity.js';
import type { AnswerTransportSeatInput } from './transport.input.js';
import { seatTransitions } from './transport.states.js';

/** What a worker is to know of their seat besides its stops. */
export interface SeatJourney {
  readonly plan: TransportPlan;
  readonly trip: TransportTrip;
}

/** Seats on buses as workers see them: their own, once the plan is known. */
@Injectable()
export class TransportSeats {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
  ) {}

  readonly journeysByTrips: BatchLoad<SeatJourney> = async (ids) => {
    const trips = await this.db.reader.findBy(TransportTrip, { id: In([...ids]) });
    const plans = await this.db.reader.findBy(TransportPlan, { id: In(trips.map(({ planId }) => planId)) });
    const planOf = new Map(plans.map((plan) => [plan.id, plan]));
    return new Map(
      trips.flatMap((trip): [string, SeatJourney][] => {
        const plan = planOf.get(trip.planId);
        return plan ? [[trip.id, { plan, trip }]] : [];
      }),
    );
  };

  readonly stopsByIds: BatchLoad<TransportStop> = async (ids) => {
    const stops = await this.db.reader.findBy(TransportStop, { id: In([...ids]) });
    return new Map(stops.map((stop) => [stop.id, stop]));
  };

  /** Seats that the viewer was asked to, of journeys that are still to come, newest first. */
  async page({ workerId }: WorkerViewer, page: PageArgs): Promise<Page<TransportSeat>> {
    const query = this.db.reader
      .createQueryBuilder(TransportSeat, 'seat')
      .innerJoin(TransportTrip, 'trip', 'trip.id = seat.tripId')
      .innerJoin(TransportPlan, 'plan', 'plan.id = trip.planId')
      .where('seat.workerId = :workerId AND plan.day >= :today', { workerId, today: this.clock.today() })
      .andWhere(`seat.state IN ('asked', 'taken', 'declined')`);
    return pageOf(query, page);
  }

  /** Takes or declines a seat; one may change one's mind until the day is over. */
  async answer(viewer: WorkerViewer, input: AnswerTransportSeatInput): Promise<TransportSeat> {
    const { workerId } = viewer;
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'answerTransportSeat', input, async () => {
        const lock = { mode: 'for_no_key_update' as const };
        const found = await tx.findOne(TransportSeat, { where: { id: input.seatId, workerId }, lock });
        const seat = orRefuse(found && found.state !== 'foreseen' ? found : null, notFound('input.seatId'));
        const state = input.isTaken ? ('taken' as const) : ('declined' as const);
        const trip = await tx.findOneByOrFail(TransportTrip, { id: seat.tripId });
        const { day } = await tx.findOneByOrFail(TransportPlan, { id: trip.planId });
        const isGone = day < this.clock.today();
        refuse(isGone ? { code: 'CONFLICT', message: bureauMessages.busGone, field: 'input.seatId' } : undefined);
        if (seat.state === state) return seat.id;
        refuse(refuseTransition(seatTransitions, seat.state, state));
        await tx.update(TransportSeat, seat.id, { state, decidedAt: this.clock.now() });
        await this.audit.record(tx, viewer, {
          ...{ action: 'transport-seat.answer', subjectType: 'transport-seat', subjectId: seat.id },
          details: { state },
        });
        return seat.id;
      }),
    );
    return this.db.reader.findOneByOrFail(TransportSeat, { id });
  }
}
