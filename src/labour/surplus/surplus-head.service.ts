import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type NewPerson, WorkerPersons } from '../../directory/index.js';
import { Audit } from '../../platform/audit/audit.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse } from '../../platform/errors/index.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { Idempotency, type IdempotentInput } from '../../platform/idempotency/idempotency.js';
import { PersonalDataCipher } from '../../platform/personal-data/personal-data-cipher.js';
import { Availability } from '../availability/availability.entity.js';
import { Consent } from '../consents/consent.entity.js';
import { Consents } from '../consents/consent.service.js';
import { SurplusLine } from './surplus.entity.js';
import type { NameSurplusWorkerInput } from './surplus.input.js';
import { unclaimedAmong } from './surplus.loader.js';
import { refuseNotOffered } from './surplus.rules.js';

/** A head of a listing: its worker and line. `id` is its availability's and gives lists their order. */
export interface SurplusHead {
  readonly id: string;
  readonly workerId: string;
  readonly lineId: string;
}

/** A page of heads; `named` given: only those with a name, or only those without. */
interface HeadPage extends PageArgs {
  readonly named?: boolean | null;
}

export interface NamedHead {
  readonly head: SurplusHead;
  readonly consent: Consent;
  /** Only in the first answer: it is kept nowhere. */
  readonly claimCode: string | null;
}

/** The heads of listings, and who they are: for their lender alone. */
@Injectable()
export class SurplusHeads {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
    private readonly cipher: PersonalDataCipher,
    private readonly persons: WorkerPersons,
    private readonly consents: Consents,
    private readonly audit: Audit,
  ) {}

  /**
   * Names an unnamed head of the viewer's enterprise and asks the worker for consent, for the listing's period.
   * A repeat answers the same, without the claim code. NOT_FOUND for a head of another enterprise.
   */
  async name(viewer: EnterpriseViewer, input: NameSurplusWorkerInput): Promise<NamedHead> {
    const { consentId, claimCode } = await this.db.transaction(async (tx) => {
      let code: string | null = null;
      const id = await this.idempotency.once(tx, viewer, 'nameSurplusWorker', this.withoutIdNumber(input), async () => {
        const named = await this.nameOnce(tx, viewer, input);
        code = named.claimCode;
        return named.consentId;
      });
      return { consentId: id, claimCode: code };
    });
    const consent = await this.consents.require(viewer, consentId);
    return { head: toHead(await this.offered(this.db.reader, viewer, consent.workerId)), consent, claimCode };
  }

  /** Heads of a listing, newest first. The caller has checked that the listing is its viewer's. */
  async list(listingId: string, { named, ...page }: HeadPage): Promise<Page<SurplusHead>> {
    const query = this.db.reader
      .createQueryBuilder(Availability, 'head')
      .where('head.surplus_line_id IN (SELECT id FROM surplus_line WHERE listing_id = :listingId)', { listingId });
    const person = 'EXISTS (SELECT 1 FROM worker_person p WHERE p.worker_id = head.worker_id)';
    if (named === true) query.andWhere(person);
    if (named === false) query.andWhere(`NOT ${person}`);
    const { rows, ...rest } = await pageOf(query, page);
    return { rows: rows.map(toHead), ...rest };
  }

  readonly linesByIds: BatchLoad<SurplusLine> = async (ids) => {
    const rows = await this.db.reader.findBy(SurplusLine, { id: In([...ids]) });
    return new Map(rows.map((line) => [line.id, line]));
  };

  /** Names by worker; unnamed heads are absent. The caller has checked that they are its viewer's own. */
  readonly namesOf: BatchLoad<string> = async (workerIds) => {
    const persons = await this.persons.personOf(this.db.reader, workerIds);
    return new Map([...persons].map(([id, person]) => [id, person.name]));
  };

  /** By worker: whether a claim code waits to be used; unnamed heads are absent. */
  readonly claimPendingOf: BatchLoad<boolean> = (workerIds) => unclaimedAmong(this.db.reader, workerIds);

  private async nameOnce(
    tx: Tx,
    viewer: EnterpriseViewer,
    input: NameSurplusWorkerInput,
  ): Promise<{ consentId: string; claimCode: string }> {
    const { workerId, person } = input;
    const { startsOn, endsOn, state, radiusM } = await this.offered(tx, viewer, workerId, {
      mode: 'pessimistic_write',
    });
    refuse(refuseNotOffered({ state }));
    const claimCode = await this.persons.nameHead(tx, workerId, toPerson(person), 'input.person');
    const scope = {
      workerId,
      lenderId: viewer.enterpriseId,
      startsOn,
      endsOn,
      radiusM: input.consentRadiusM ?? radiusM,
    };
    const consentId = await this.consents.request(tx, scope);
    await this.audit.record(tx, viewer, {
      action: 'worker.name',
      subjectType: 'worker',
      subjectId: workerId,
      details: { consentId },
    });
    return { consentId, claimCode };
  }

  /** The newest availability of a head whose listing is the viewer's: nobody offers who is only lent to them (R4). */
  private async offered(
    tx: Tx,
    viewer: EnterpriseViewer,
    workerId: string,
    lock?: { mode: 'pessimistic_write' },
  ): Promise<Availability> {
    const query = tx
      .createQueryBuilder(Availability, 'head')
      .where('head.worker_id = :workerId', { workerId })
      .andWhere(
        `head.surplus_line_id IN (SELECT l.id FROM surplus_line l JOIN surplus_listing s ON s.id = l.listing_id WHERE s.lender_id = :lenderId)`,
        { lenderId: viewer.enterpriseId },
      )
      .orderBy('head.id', 'DESC')
      .limit(1);
    if (lock) query.setLock(lock.mode);
    return orRefuse(await query.getOne(), notFound('input.workerId'));
  }

  /**
   * What identifies the request for its idempotency key. A plain digest of an ID number can be guessed through;
   * a keyed one cannot.
   */
  private withoutIdNumber(input: NameSurplusWorkerInput): IdempotentInput & Readonly<Record<string, unknown>> {
    const { idempotencyKey, workerId, person, consentRadiusM } = input;
    const { name, phone, idNumber } = person;
    const idDigest = this.cipher.blindIndex(idNumber).toString('hex');
    return { idempotencyKey, workerId, name, phone, idDigest, consentRadiusM };
  }
}

function toHead({ id, workerId, surplusLineId }: Availability): SurplusHead {
  if (surplusLineId === null) throw new Error(`availability ${id} is on no listing`);
  return { id, workerId, lineId: surplusLineId };
}

function toPerson({ name, phone, idNumber }: NewPerson): NewPerson {
  return { name, phone, idNumber };
}
