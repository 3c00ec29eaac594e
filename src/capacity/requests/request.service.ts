import { Injectable } from '@nestjs/common';
import { Sanctions } from '../../directory/index.js';
import { Audit } from '../../platform/audit/audit.js';
import { type EnterpriseViewer, system, type Viewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse, refuseTransition } from '../../platform/errors/index.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { capacityRequestClosed, capacityRequestPublished } from '../capacity.events.js';
import { CapacityRequest, CapacityRequestStep } from './request.entity.js';
import type { CapacityStepInput, PublishCapacityRequestInput } from './request.input.js';
import { CapacityRequestChecks } from './request-check.service.js';
import { refuseRequestPeriod } from './request.rules.js';
import { type CapacityRequestState, capacityRequestTransitions } from './request.states.js';

/** Asking for capacity: publish, end. The database supersedes what is proposed for a request that is over. */
@Injectable()
export class CapacityRequests {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly sanctions: Sanctions,
    private readonly checks: CapacityRequestChecks,
  ) {}

  /** Publishes a request of the viewer's enterprise; the same key again answers the same request. */
  async publish(viewer: EnterpriseViewer, input: PublishCapacityRequestInput): Promise<CapacityRequest> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'publishCapacityRequest', input, async () => {
        refuse(await this.sanctions.refuseDealing(tx, [viewer.enterpriseId]));
        refuse(refuseRequestPeriod(input, this.clock.today()));
        await this.checks.check(tx, input);
        const request = requestOf(viewer, input, this.clock.now());
        await tx.insert(CapacityRequest, request);
        await tx.insert(
          CapacityRequestStep,
          input.steps.map((step, index) => stepOf(request.id, index + 1, step)),
        );
        await this.outbox.record(tx, capacityRequestPublished(eventOf(request)));
        await this.record(tx, viewer, 'capacity-request.publish', request.id);
        return request.id;
      }),
    );
    return this.db.reader.findOneByOrFail(CapacityRequest, { id });
  }

  /** Ends a request of the viewer's enterprise; bookings for it go on. */
  async end(viewer: EnterpriseViewer, id: string, state: 'closed' | 'cancelled'): Promise<CapacityRequest> {
    await this.db.transaction(async (tx) => {
      const request = await tx.findOne(CapacityRequest, {
        where: { id, enterpriseId: viewer.enterpriseId },
        lock: { mode: 'pessimistic_write' },
      });
      await this.finish(tx, orRefuse(request, notFound('input.capacityRequestId')), state);
      await this.record(tx, viewer, `capacity-request.${state}`, id);
    });
    return this.db.reader.findOneByOrFail(CapacityRequest, { id });
  }

  /** Expires requests whose due date has passed; safe to repeat. Returns how many. */
  async expirePast(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const past = await tx
        .createQueryBuilder(CapacityRequest, 'request')
        .where(`request.state = 'open' AND request.dueDate < :today`, { today: this.clock.today() })
        .orderBy('request.id')
        .setLock('pessimistic_write')
        .take(500)
        .getMany();
      for (const request of past) await this.finish(tx, request, 'expired');
      for (const { id } of past) await this.record(tx, system, 'capacity-request.expired', id);
      return past.length;
    });
  }

  private async finish(tx: Tx, request: CapacityRequest, state: CapacityRequestState): Promise<void> {
    refuse(refuseTransition(capacityRequestTransitions, request.state, state));
    await tx.update(CapacityRequest, request.id, { state, endedAt: this.clock.now() });
    await this.outbox.record(tx, capacityRequestClosed({ ...eventOf(request), state }));
  }

  private async record(tx: Tx, viewer: Viewer, action: string, subjectId: string): Promise<void> {
    await this.audit.record(tx, viewer, { action, subjectType: 'capacity_request', subjectId });
  }
}

const eventOf = ({ id: requestId, enterpriseId, regionId }: CapacityRequest) => ({ requestId, enterpriseId, regionId });

function requestOf(
  { enterpriseId }: EnterpriseViewer,
  input: PublishCapacityRequestInput,
  publishedAt: Date,
): CapacityRequest {
  const { reference, regionId, latitude, longitude, earliestStart, dueDate, currency } = input;
  const { splitAllowed, allOrNothing, note } = input;
  return {
    ...{ id: newId(), enterpriseId, reference, regionId, latitude, longitude, earliestStart, dueDate, currency },
    ...{ splitAllowed, allOrNothing, note, state: 'open', publishedAt, endedAt: null },
    ...{ maxDistanceM: input.maxDistanceM ?? null, maxFenPerHour: input.maxFenPerHour ?? null },
    productionOrderId: input.productionOrderId ?? null,
  };
}

function stepOf(requestId: string, step: number, input: CapacityStepInput): CapacityRequestStep {
  const { processId, minutes, attributes, needsOperators, transportDays = null } = input;
  return { requestId, step, processId, minutes, attributes, needsOperators, transportDays };
}
