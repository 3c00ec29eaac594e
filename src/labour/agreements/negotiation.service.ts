import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type EnterpriseViewer, system, type Viewer } from '../../platform/auth/viewer.js';
import { Clock, HOUR_MS } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, RefusedError, refuse } from '../../platform/errors/index.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { LabourNeed } from '../needs/need.entity.js';
import { Agreement, AgreementComment, TermsVersion } from './agreement.entity.js';
import { agreementIssued, agreementRejected, termsProposed } from './agreement.events.js';
import type { CommentInput, DraftAgreementInput } from './agreement.input.js';
import { haveDeal, occupationNames } from './agreement.loader.js';
import { agreementMessages } from './agreement.messages.js';
import { refuseIssue, refuseProposal, refuseRejection, refuseStaleVersion } from './agreement.rules.js';
import { Agreements } from './agreement.service.js';
import { AgreementTrail } from './agreement-trail.service.js';
import { AgreementPapers } from './agreement-paper.service.js';
import { blocking } from './gaps.rules.js';
import { termsFromNeed } from './standard-terms.js';
import type { AgreementTerms } from './terms.js';
import { headsOf, wholeTerms } from './terms.rules.js';

/** What two enterprises say to each other before they sign. Nothing of it binds. */
@Injectable()
export class Negotiations {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly idempotency: Idempotency,
    private readonly trail: AgreementTrail,
    private readonly agreements: Agreements,
    private readonly papers: AgreementPapers,
  ) {}

  /** Begins a negotiation from a need that an offer between the two stands for. Returns the draft. */
  async draft(viewer: EnterpriseViewer, input: DraftAgreementInput): Promise<Agreement> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'draftAgreement', input, () => this.begin(tx, viewer, input)),
    );
    return this.agreements.require(viewer, id);
  }

  /** A new version of the terms, by either side; what was issued is open again. */
  async propose(
    viewer: EnterpriseViewer,
    asked: { agreementId: string; version: number; terms: AgreementTerms; note: string },
  ): Promise<Agreement> {
    await this.db.transaction(async (tx) => {
      const agreement = await this.agreements.lock(tx, viewer, asked.agreementId);
      refuse(refuseProposal(agreement, this.clock.now()) ?? refuseStaleVersion(agreement, asked.version));
      const version = agreement.version + 1;
      const terms = wholeTerms(asked.terms);
      await this.write(tx, viewer, { agreementId: agreement.id, version, terms, note: asked.note });
      await tx.update(Agreement, agreement.id, {
        ...{ version, state: 'draft', contentHash: null, issuedAt: null, expiresAt: this.expiry() },
        ...{ startsOn: terms.startsOn, endsOn: laterOf(terms), headcount: headsOf(terms) },
      });
      await this.trail.tell(tx, viewer, termsProposed, agreement);
      await this.trail.keep(tx, viewer, 'agreement.propose', agreement.id, { version });
    });
    return this.agreements.require(viewer, asked.agreementId);
  }

  /** The other side agrees to the newest terms: the text is fixed and waits for both signatures. */
  async issue(viewer: EnterpriseViewer, { agreementId, version }: { agreementId: string; version: number }) {
    await this.db.transaction(async (tx) => {
      const agreement = await this.agreements.lock(tx, viewer, agreementId);
      if (agreement.state === 'issued' && agreement.version === version) return;
      const { authorId: author, terms } = await this.papers.termsOf(tx, agreement);
      const gaps = blocking(this.agreements.findingsOf(agreement, terms));
      refuse(refuseIssue(agreement, { author, party: viewer.enterpriseId, version, gaps }, this.clock.now()));
      await this.fix(tx, agreement);
      await this.trail.tell(tx, viewer, agreementIssued, agreement);
      await this.trail.keep(tx, viewer, 'agreement.issue', agreement.id, { version });
    });
    return this.agreements.require(viewer, agreementId);
  }

  /** Fixes the text of an agreement's newest terms and makes the papers to read, in the caller's transaction. */
  async fix(tx: Tx, agreement: Agreement): Promise<Agreement> {
    const issuedAt = this.clock.now();
    const fixed = { ...agreement, state: 'issued' as const, issuedAt, expiresAt: this.expiry() };
    const contentHash = await this.papers.hashOf(tx, fixed);
    const { state, expiresAt } = fixed;
    await tx.update(Agreement, agreement.id, { state, issuedAt, expiresAt, contentHash });
    return { ...fixed, contentHash };
  }

  /** Either side ends the negotiation; what both have signed cannot be rejected. */
  async reject(viewer: EnterpriseViewer, agreementId: string, reason: string): Promise<Agreement> {
    await this.db.transaction(async (tx) => {
      const agreement = await this.agreements.lock(tx, viewer, agreementId);
      if (agreement.state === 'rejected') return;
      refuse(refuseRejection(agreement));
      if (reason) await this.say(tx, viewer, agreement, { term: null, body: reason });
      await this.end(tx, viewer, agreement);
    });
    return this.agreements.require(viewer, agreementId);
  }

  async comment(viewer: EnterpriseViewer, input: CommentInput): Promise<Agreement> {
    await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'commentOnAgreement', input, async () => {
        const agreement = await this.agreements.lock(tx, viewer, input.agreementId);
        const id = await this.say(tx, viewer, agreement, { term: input.term ?? null, body: input.body });
        await this.trail.keep(tx, viewer, 'agreement.comment', agreement.id, { commentId: id });
        return id;
      }),
    );
    return this.agreements.require(viewer, input.agreementId);
  }

  /** Rejects negotiations that nobody moved in time; safe to repeat. Returns how many. */
  async expirePast(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const past = await tx
        .createQueryBuilder(Agreement, 'agreement')
        .where(`agreement.state IN ('draft', 'issued') AND agreement.expiresAt <= :now`, { now: this.clock.now() })
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .take(200)
        .getMany();
      for (const agreement of past) await this.end(tx, system, agreement);
      return past.length;
    });
  }

  private async begin(tx: Tx, viewer: EnterpriseViewer, input: DraftAgreementInput): Promise<string> {
    const need = orRefuse(
      await tx.findOne(LabourNeed, { where: { id: input.needId }, lock: { mode: 'for_no_key_update' } }),
      notFound('input.needId'),
    );
    const isHost = need.hostId === viewer.enterpriseId;
    const lenderId = isHost ? input.partnerId : viewer.enterpriseId;
    // Neither a need nor an enterprise shows itself to somebody without an offer between the two.
    const isDeal =
      (isHost || need.hostId === input.partnerId) &&
      (await haveDeal(tx, { needId: need.id, hostId: need.hostId, lenderId }));
    if (!isDeal) throw new RefusedError(notFound('input.needId'));
    const open = await tx.findOneBy(Agreement, {
      ...{ needId: need.id, lenderId, kind: 'cooperation', state: In(['draft', 'issued']) },
    });
    if (open)
      throw new RefusedError({
        code: 'CONFLICT',
        message: agreementMessages.alreadyDrafted,
        params: { number: open.number },
        field: 'input.needId',
      });
    const names = await occupationNames(tx, [need.occupationId], 'zh-CN');
    const { reason = null, contributionsFen = null, injuryHostPercent = null } = input;
    const drafted = termsFromNeed({ ...need, occupationName: names.get(need.occupationId) ?? '' });
    const terms = { ...drafted, reason, contributionsFen, injuryHostPercent };
    const { hostId, regionId } = need;
    const id = await this.insert(
      tx,
      viewer,
      { hostId, lenderId, regionId, needId: need.id, kind: 'cooperation' },
      terms,
    );
    await this.trail.tell(tx, viewer, termsProposed, { id, hostId, lenderId });
    await this.trail.keep(tx, viewer, 'agreement.draft', id, { needId: need.id });
    return id;
  }

  /** A new agreement with its first terms, in the caller's transaction. Returns its id. */
  async insert(
    tx: Tx,
    viewer: EnterpriseViewer,
    parties: Pick<Agreement, 'hostId' | 'lenderId' | 'regionId' | 'needId' | 'kind'> & { parentId?: string },
    terms: AgreementTerms,
    note = '',
  ): Promise<string> {
    const id = newId();
    await tx.insert(Agreement, {
      ...{ id, ...parties, parentId: parties.parentId ?? null, state: 'draft', version: 1 },
      ...{ startsOn: terms.startsOn, endsOn: laterOf(terms), headcount: headsOf(terms), expiresAt: this.expiry() },
    });
    await this.write(tx, viewer, { agreementId: id, version: 1, terms, note });
    return id;
  }

  private async write(
    tx: Tx,
    viewer: EnterpriseViewer,
    version: { agreementId: string; version: number; terms: AgreementTerms; note: string },
  ): Promise<void> {
    await tx.insert(TermsVersion, { ...version, authorId: viewer.enterpriseId, accountId: viewer.accountId });
  }

  private async say(
    tx: Tx,
    viewer: EnterpriseViewer,
    { id, version }: Agreement,
    { term, body }: { term: string | null; body: string },
  ): Promise<string> {
    const comment = { id: newId(), agreementId: id, version, clause: term, body };
    await tx.insert(AgreementComment, { ...comment, authorId: viewer.enterpriseId, accountId: viewer.accountId });
    return comment.id;
  }

  private async end(tx: Tx, viewer: Viewer, agreement: Agreement): Promise<void> {
    await tx.update(Agreement, agreement.id, { state: 'rejected', contentHash: null, endedAt: this.clock.now() });
    await this.trail.tell(tx, viewer, agreementRejected, agreement);
    await this.trail.keep(tx, viewer, 'agreement.reject', agreement.id);
  }

  private expiry(): Date {
    return this.clock.in(this.config.settings.AGREEMENT_HOURS * HOUR_MS);
  }
}

/** A negotiation may hold a period that ends before it begins; the table does not. */
function laterOf({ startsOn, endsOn }: AgreementTerms): string {
  return endsOn < startsOn ? startsOn : endsOn;
}
