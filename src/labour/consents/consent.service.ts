import { Injectable } from '@nestjs/common';
import { In, LessThan, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import { type EnterpriseViewer, system, type Viewer, type WorkerViewer } from '../../platform/auth/viewer.js';
import { Clock, HOUR_MS } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse } from '../../platform/errors/index.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import type { Period } from '../needs/need.rules.js';
import { type ConsentAction, consentActions } from './consent-action.rules.js';
import { Consent } from './consent.entity.js';
import {
  consentExpired,
  consentGranted,
  consentRefused,
  consentRequested,
  consentWithdrawn,
} from './consent.events.js';
import { expireConsents, latestConsents } from './consent.loader.js';
import { consentsOf } from './consent.policy.js';
import { type AskingFacts, refuseAnswer } from './consent.rules.js';

/** Whose consent, towards whom, for which days (both ends included). */
export interface ConsentScope extends Period {
  readonly workerId: string;
  readonly lenderId: string;
}

export interface NewConsent extends ConsentScope {
  /** How far from home, metres. */
  readonly radiusM: number;
}

const events = { granted: consentGranted, refused: consentRefused, withdrawn: consentWithdrawn };

/** The worker's own yes or no to being lent. Nobody answers for them. */
@Injectable()
export class Consents {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Asks a worker, in the caller's transaction. Returns the consent's id; CONFLICT when the same is asked already. */
  async request(tx: Tx, asked: NewConsent): Promise<string> {
    const id = newId();
    const expiresAt = this.clock.in(this.config.settings.CONSENT_HOURS * HOUR_MS);
    await tx.insert(Consent, { ...asked, id, state: 'requested', requestedAt: this.clock.now(), expiresAt });
    await this.outbox.record(tx, consentRequested({ consentId: id, workerId: asked.workerId }));
    return id;
  }

  /** The consent that covers the whole period, if one is in force. */
  async inForce(tx: Tx, { workerId, lenderId, startsOn, endsOn }: ConsentScope): Promise<Consent | undefined> {
    const covering = { startsOn: LessThanOrEqual(startsOn), endsOn: MoreThanOrEqual(endsOn) };
    const [consent] = await tx.find(Consent, {
      where: { workerId, lenderId, state: 'granted', ...covering },
      order: { id: 'DESC' },
      take: 1,
    });
    return consent;
  }

  /**
   * The worker has agreed to go on for longer: the consent that carries their placement covers those days too. In the
   * transaction of the caller, who has the worker's own yes and records it.
   */
  async extend(tx: Tx, consentId: string, endsOn: string): Promise<void> {
    await tx.update(Consent, { id: consentId, endsOn: LessThan(endsOn) }, { endsOn });
  }

  async grant(viewer: WorkerViewer, consentId: string): Promise<Consent> {
    return this.db.transaction((tx) => this.answer(tx, viewer, consentId, 'granted'));
  }

  /** Saying no has no effect on anything else (R5). */
  async refuse(viewer: WorkerViewer, consentId: string): Promise<Consent> {
    return this.db.transaction((tx) => this.answer(tx, viewer, consentId, 'refused'));
  }

  /**
   * Takes a granted consent back, in the transaction of the caller, who has ended what stood on it. It writes the
   * audit trail: call it last. NOT_FOUND at input.consentId when it is not the viewer's; a repeat changes nothing.
   */
  async withdraw(tx: Tx, viewer: WorkerViewer, consentId: string): Promise<Consent> {
    return this.answer(tx, viewer, consentId, 'withdrawn');
  }

  /** Expires what time has passed by; safe to repeat. Returns how many. */
  async expirePast(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const expired = await expireConsents(tx, this.clock.now(), this.clock.today());
      await this.outbox.recordAll(
        tx,
        expired.map(({ id, workerId }) => consentExpired({ consentId: id, workerId })),
      );
      for (const { id } of expired) {
        await this.audit.record(tx, system, { action: 'consent.expired', subjectType: 'consent', subjectId: id });
      }
      return expired.length;
    });
  }

  async require(viewer: WorkerViewer | EnterpriseViewer, id: string): Promise<Consent> {
    const query = consentsOf(this.db.reader.createQueryBuilder(Consent, 'consent'), viewer);
    return orRefuse(await query.andWhere('consent.id = :id', { id }).getOne(), notFound('input.consentId'));
  }

  /** What the viewer may do with a consent now. */
  actionsOf(
    viewer: Viewer,
    consent: Pick<Consent, 'workerId' | 'lenderId' | 'state' | 'expiresAt' | 'endsOn'>,
    asking?: AskingFacts,
  ): ConsentAction[] {
    return consentActions(consent, viewer, this.clock.now(), this.clock.today(), asking);
  }

  /** Consents that the viewer is party to, newest first. */
  async list(viewer: WorkerViewer | EnterpriseViewer, page: PageArgs): Promise<Page<Consent>> {
    return pageOf(consentsOf(this.db.reader.createQueryBuilder(Consent, 'consent'), viewer), page);
  }

  /** By worker: the newest consent towards their present employer. The caller has checked that its viewer may see it. */
  readonly latestOf: BatchLoad<Consent> = async (workerIds) => {
    const keys = await latestConsents(this.db.reader, workerIds);
    const rows = await this.db.reader.findBy(Consent, { id: In(keys.map(({ id }) => id)) });
    return new Map(rows.map((consent) => [consent.workerId, consent]));
  };

  private async answer(tx: Tx, viewer: WorkerViewer, id: string, state: keyof typeof events): Promise<Consent> {
    const consent = orRefuse(
      await tx.findOne(Consent, { where: { id, workerId: viewer.workerId }, lock: { mode: 'pessimistic_write' } }),
      notFound('input.consentId'),
    );
    if (consent.state === state) return consent;
    const decidedAt = this.clock.now();
    refuse(refuseAnswer(consent, state, decidedAt, this.clock.today()));
    await tx.update(Consent, id, { state, decidedAt });
    await this.outbox.record(tx, events[state]({ consentId: id, workerId: consent.workerId }));
    await this.audit.record(tx, viewer, { action: `consent.${state}`, subjectType: 'consent', subjectId: id });
    return Object.assign(consent, { state, decidedAt });
  }
}
