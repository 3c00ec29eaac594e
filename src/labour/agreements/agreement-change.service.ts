import { Injectable } from '@nestjs/common';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { refuse } from '../../platform/errors/index.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { Placements } from '../placements/placement.service.js';
import { Agreement, TermsVersion } from './agreement.entity.js';
import { agreementIssued, termsProposed } from './agreement.events.js';
import type { AmendAgreementInput, TerminateAgreementInput } from './agreement.input.js';
import { refuseChange, refuseEndDate } from './agreement.rules.js';
import { Agreements } from './agreement.service.js';
import { AgreementTrail } from './agreement-trail.service.js';
import { Negotiations } from './negotiation.service.js';
import type { AgreementTerms } from './terms.js';
import { headsOf, wholeTerms } from './terms.rules.js';

/** Amendments and early ends: agreements about an agreement, signed by both like the first. */
@Injectable()
export class AgreementChanges {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly trail: AgreementTrail,
    private readonly agreements: Agreements,
    private readonly negotiations: Negotiations,
    private readonly placements: Placements,
  ) {}

  /** Proposes an amendment: a draft that is negotiated and signed like an agreement, and then takes its place. */
  async amend(viewer: EnterpriseViewer, input: AmendAgreementInput): Promise<Agreement> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'amendAgreement', input, async () => {
        const parent = await this.agreements.lock(tx, viewer, input.agreementId);
        refuse(refuseChange(parent));
        const changeId = await this.propose(tx, viewer, parent, 'amendment', wholeTerms(input.terms), input.note);
        await this.trail.tell(tx, viewer, termsProposed, { ...parent, id: changeId });
        await this.trail.keep(tx, viewer, 'agreement.amend', changeId, { parentId: parent.id });
        return changeId;
      }),
    );
    return this.agreements.require(viewer, id);
  }

  /** Proposes an early end. There is nothing to negotiate but the day, so it waits for signatures at once. */
  async terminate(viewer: EnterpriseViewer, input: TerminateAgreementInput): Promise<Agreement> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'terminateAgreement', input, async () => {
        const parent = await this.agreements.lock(tx, viewer, input.agreementId);
        refuse(refuseChange(parent) ?? refuseEndDate(parent, input.endsOn, this.clock.today()));
        const terms = { ...(await this.bindingTerms(tx, parent)), endsOn: input.endsOn };
        const changeId = await this.propose(tx, viewer, parent, 'termination', terms, input.note);
        await this.negotiations.fix(tx, await tx.findOneByOrFail(Agreement, { id: changeId }));
        await this.trail.tell(tx, viewer, agreementIssued, { ...parent, id: changeId });
        await this.trail.keep(tx, viewer, 'agreement.terminate', changeId, { parentId: parent.id });
        return changeId;
      }),
    );
    return this.agreements.require(viewer, id);
  }

  /** What a change does to its agreement when both have signed it; nothing for an agreement itself. */
  async apply(tx: Tx, change: Agreement): Promise<void> {
    if (change.parentId === null) return;
    const parent = await tx.findOneOrFail(Agreement, {
      where: { id: change.parentId },
      lock: { mode: 'pessimistic_write' },
    });
    const terms = await this.bindingTerms(tx, change);
    if (change.kind === 'termination') return this.end(tx, parent, terms.endsOn);
    const version = parent.version + 1;
    const { authorId, accountId, note } = await tx.findOneByOrFail(TermsVersion, {
      agreementId: change.id,
      version: change.version,
    });
    await tx.insert(TermsVersion, { agreementId: parent.id, version, authorId, accountId, terms, note });
    const { startsOn, endsOn } = terms;
    await tx.update(Agreement, parent.id, { version, startsOn, endsOn, headcount: headsOf(terms) });
  }

  /** Whether an agreement that is over was ended early by both. */
  async wasTerminated(tx: Tx, { id }: Agreement): Promise<boolean> {
    return tx.existsBy(Agreement, { parentId: id, kind: 'termination', state: 'signed' });
  }

  private async end(tx: Tx, parent: Agreement, endsOn: string): Promise<void> {
    await this.placements.shorten(tx, parent.id, endsOn);
    const startsOn = parent.startsOn > endsOn ? endsOn : parent.startsOn;
    await tx.update(Agreement, parent.id, { startsOn, endsOn });
  }

  private async bindingTerms(tx: Tx, { id, version }: Agreement): Promise<AgreementTerms> {
    const found = await tx.findOneByOrFail(TermsVersion, { agreementId: id, version });
    return found.terms;
  }

  private async propose(
    tx: Tx,
    viewer: EnterpriseViewer,
    { id: parentId, hostId, lenderId, regionId, needId }: Agreement,
    kind: 'amendment' | 'termination',
    terms: AgreementTerms,
    note: string,
  ): Promise<string> {
    return this.negotiations.insert(tx, viewer, { hostId, lenderId, regionId, needId, kind, parentId }, terms, note);
  }
}
