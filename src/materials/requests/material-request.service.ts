import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Sanctions } from '../../directory/index.js';
import { Audit } from '../../platform/audit/audit.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import { type EnterpriseViewer, system, type Viewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, rowsOf, type Tx } from '../../platform/database/database.js';
import { Exact, plain } from '../../platform/decimal/decimal.js';
import { notFound, orRefuse, refuse, refuseAll, refuseTransition } from '../../platform/errors/index.js';
import { type Page, pageOf } from '../../platform/graphql/connection.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { MaterialKinds } from '../catalogue/material-kind.service.js';
import { inBaseUnits } from '../catalogue/unit.rules.js';
import { materialRequestClosed, materialRequestPublished } from '../materials.events.js';
import { MaterialRequest } from './material-request.entity.js';
import type {
  MaterialRequestArgs,
  MyMaterialRequestArgs,
  PublishMaterialRequestInput,
} from './material-request.input.js';
import { nothingSecured, requestRefusals, type Secured } from './material-request.rules.js';
import { type MaterialRequestState, materialRequestTransitions } from './material-request.states.js';

/** What an enterprise asks for, as its input says it. */
export type NewMaterialRequest = Omit<PublishMaterialRequestInput, 'idempotencyKey'>;

interface SecuredRow {
  readonly id: string;
  readonly reserved: string;
  readonly delivered: string;
}

const securedSql =
  'SELECT request_id AS id, reserved, delivered FROM material_request_secured WHERE request_id = ANY($1)';

/** Use cases of requests: publish, end, find. */
@Injectable()
export class MaterialRequests {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly sanctions: Sanctions,
    private readonly kinds: MaterialKinds,
  ) {}

  readonly byIds: BatchLoad<MaterialRequest> = async (ids) => {
    const rows = await this.db.reader.findBy(MaterialRequest, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  /** By request: what it has got; requests that have got nothing may be missing. */
  readonly securedOf: BatchLoad<Secured> = async (ids) =>
    securedById(await this.db.rows<SecuredRow>(securedSql, [ids]));

  /** Publishes a request of the viewer's enterprise; the same key again answers the same request. */
  async publish(viewer: EnterpriseViewer, input: PublishMaterialRequestInput): Promise<MaterialRequest> {
    const { idempotencyKey: _key, ...facts } = input;
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'publishMaterialRequest', input, () => this.publishIn(tx, viewer, facts)),
    );
    return this.require(viewer, id);
  }

  /** The same in the caller's transaction; call it late, because it records its audit entry. Returns the request's id. */
  async publishIn(tx: Tx, viewer: EnterpriseViewer, input: NewMaterialRequest): Promise<string> {
    refuse(await this.sanctions.refuseDealing(tx, [viewer.enterpriseId]));
    const kinds = await this.kinds.among(tx, input.kindIds);
    refuseAll(requestRefusals(input, kinds, this.clock.today()));
    const wanted = orRefuse(kinds.get(input.kindIds[0] ?? ''), notFound('input.kindIds'));
    const { quantity, ...facts } = input;
    const request = {
      ...{ ceilingFen: null, productionOrderId: null, ...facts },
      ...{ id: newId(), enterpriseId: viewer.enterpriseId, state: 'open' as const },
      quantity: plain(inBaseUnits(wanted, quantity)),
      publishedAt: this.clock.now(),
    };
    await tx.insert(MaterialRequest, request);
    await this.outbox.record(tx, materialRequestPublished(eventOf(request)));
    await this.audit.record(tx, viewer, {
      action: 'material-request.publish',
      subjectType: 'material-request',
      subjectId: request.id,
    });
    return request.id;
  }

  /** Ends a request of the viewer's enterprise; what was reserved for it goes on. */
  async end(viewer: EnterpriseViewer, id: string, state: 'closed' | 'cancelled'): Promise<MaterialRequest> {
    await this.db.transaction(async (tx) => {
      const request = await this.lockOwn(tx, viewer.enterpriseId, id);
      await this.finish(tx, viewer, request, state);
    });
    return this.require(viewer, id);
  }

  /** Closes an open request, locked by the caller, that has been delivered all it asked for. */
  async closeIfMet(tx: Tx, viewer: Viewer, request: MaterialRequest): Promise<void> {
    if (request.state !== 'open') return;
    const { reserved, delivered } = await this.secured(tx, request.id);
    if (reserved.isZero() && delivered.gte(request.quantity)) await this.finish(tx, viewer, request, 'closed');
  }

  /** Expires requests whose day has passed, each in a transaction of its own; safe to repeat. Returns how many. */
  async expirePast(): Promise<number> {
    const today = this.clock.today();
    const due = await this.db.rows<{ id: string }>(
      `SELECT id FROM material_request WHERE state = 'open' AND needed_by < $1 ORDER BY needed_by LIMIT 100`,
      [today],
    );
    for (const { id } of due)
      await this.db.transaction(async (tx) => {
        const request = await this.lock(tx, id);
        if (request?.state === 'open' && request.neededBy < today) await this.finish(tx, system, request, 'expired');
      });
    return due.length;
  }

  /** What a request has got, in the caller's transaction. */
  async secured(tx: EntityManager, id: string): Promise<Secured> {
    return securedById(await rowsOf<SecuredRow>(tx, securedSql, [[id]])).get(id) ?? nothingSecured;
  }

  /** A request of an enterprise, its row locked; NOT_FOUND at input.requestId otherwise. */
  async lockOwn(tx: Tx, enterpriseId: string, id: string): Promise<MaterialRequest> {
    const request = await this.lock(tx, id);
    return orRefuse(request?.enterpriseId === enterpriseId ? request : null, notFound('input.requestId'));
  }

  async lock(tx: Tx, id: string): Promise<MaterialRequest | null> {
    return tx.findOne(MaterialRequest, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** A request that the viewer may see: an open one, or their own. */
  async require(viewer: EnterpriseViewer, id: string): Promise<MaterialRequest> {
    const request = await this.db.reader.findOneBy(MaterialRequest, [
      { id, state: 'open' },
      { id, enterpriseId: viewer.enterpriseId },
    ]);
    return orRefuse(request, notFound());
  }

  /** Open requests of all enterprises, newest first. */
  async list({ kindId, regionId, ...page }: MaterialRequestArgs): Promise<Page<MaterialRequest>> {
    const query = this.db.reader.createQueryBuilder(MaterialRequest, 'request').where(`request.state = 'open'`);
    if (kindId) query.andWhere(':kindId = ANY(request.kindIds)', { kindId });
    if (regionId)
      query.andWhere('request.region_id IN (SELECT region_id FROM region_ancestor WHERE ancestor_id = :regionId)', {
        regionId,
      });
    return pageOf(query, page);
  }

  /** Requests of the viewer's enterprise in every state, newest first. */
  async mine(
    { enterpriseId }: EnterpriseViewer,
    { state, ...page }: MyMaterialRequestArgs,
  ): Promise<Page<MaterialRequest>> {
    const query = this.db.reader
      .createQueryBuilder(MaterialRequest, 'request')
      .where('request.enterpriseId = :enterpriseId', { enterpriseId });
    if (state) query.andWhere('request.state = :state', { state });
    return pageOf(query, page);
  }

  private async finish(
    tx: Tx,
    viewer: Viewer,
    request: MaterialRequest,
    state: Exclude<MaterialRequestState, 'open'>,
  ): Promise<void> {
    refuse(refuseTransition(materialRequestTransitions, request.state, state));
    await tx.update(MaterialRequest, request.id, { state });
    await this.outbox.record(tx, materialRequestClosed({ ...eventOf(request), state }));
    await this.audit.record(tx, viewer, {
      action: `material-request.${state}`,
      subjectType: 'material-request',
      subjectId: request.id,
    });
  }
}

const eventOf = ({
  id: requestId,
  enterpriseId,
  regionId,
}: Pick<MaterialRequest, 'id' | 'enterpriseId' | 'regionId'>) => ({
  requestId,
  enterpriseId,
  regionId,
});

function securedById(rows: readonly SecuredRow[]): Map<string, Secured> {
  return new Map(
    rows.map(({ id, reserved, delivered }) => [id, { reserved: new Exact(reserved), delivered: new Exact(delivered) }]),
  );
}
