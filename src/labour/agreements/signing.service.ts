import { Injectable } from '@nestjs/common';
import { type EnterpriseViewer, system } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/ids.js';
import { Agreement, AgreementSignature } from './agreement.entity.js';
import { agreementConcluded, agreementEnded, agreementSigned } from './agreement.events.js';
import type { SignAgreementInput } from './agreement.input.js';
import { refuseSignature } from './agreement.rules.js';
import { Agreements } from './agreement.service.js';
import type { AgreementState } from './agreement.states.js';
import { AgreementChanges } from './agreement-change.service.js';
import { AgreementPapers } from './agreement-paper.service.js';
import { AgreementTrail } from './agreement-trail.service.js';
import { Signatories } from './signatory.service.js';

/** Signing, and what follows when both have. */
@Injectable()
export class Signings {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly trail: AgreementTrail,
    private readonly signatories: Signatories,
    private readonly agreements: Agreements,
    private readonly papers: AgreementPapers,
    private readonly changes: AgreementChanges,
  ) {}

  /**
   * An authorised signatory signs the text whose hash they read, after giving their password again. The second signature
   * seals the paper and makes it bind. A repeat by the same side changes nothing.
   */
  async sign(viewer: EnterpriseViewer, input: SignAgreementInput, address: string): Promise<Agreement> {
    await this.agreements.require(viewer, input.agreementId);
    await this.signatories.identify(viewer, input.password, address);
    await this.db.transaction(async (tx) => {
      const agreement = await this.agreements.lock(tx, viewer, input.agreementId);
      const signed = await this.signatures(tx, agreement);
      const party = viewer.enterpriseId;
      if (signed.includes(party) && agreement.contentHash === input.contentHash) return;
      const signing = { role: viewer.role, hash: input.contentHash, hasSigned: signed.includes(party) };
      await this.signatories.mayDeal(tx, viewer);
      refuse(refuseSignature(agreement, signing, this.clock.now()));
      await this.write(tx, viewer, agreement, input);
      if (signed.length > 0) await this.conclude(tx, viewer, agreement);
      await this.trail.keep(tx, viewer, 'agreement.sign', agreement.id, { contentHash: input.contentHash });
    });
    return this.agreements.require(viewer, input.agreementId);
  }

  /** Moves agreements whose first day has come, or whose last has passed; safe to repeat. Returns how many. */
  async moveWithTime(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const today = this.clock.today();
      const due = await tx
        .createQueryBuilder(Agreement, 'agreement')
        .where(`agreement.kind = 'cooperation' AND agreement.state IN ('signed', 'in_force')`)
        .andWhere(
          `(agreement.state = 'signed' AND agreement.startsOn <= :today OR agreement.endsOn < :today
             AND NOT EXISTS (SELECT 1 FROM placement p WHERE p.agreement_id = agreement.id AND p.state IN ('planned', 'active')))`,
          { today },
        )
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .take(200)
        .getMany();
      for (const agreement of due) await this.step(tx, agreement, today);
      return due.length;
    });
  }

  private async step(tx: Tx, agreement: Agreement, today: string): Promise<void> {
    if (agreement.endsOn >= today) {
      await tx.update(Agreement, agreement.id, { state: 'in_force' });
      return;
    }
    const state: AgreementState = (await this.changes.wasTerminated(tx, agreement)) ? 'terminated' : 'ended';
    await tx.update(Agreement, agreement.id, { state, endedAt: this.clock.now() });
    await this.trail.tell(tx, system, agreementEnded, agreement);
    await this.trail.keep(tx, system, `agreement.${state}`, agreement.id);
  }

  private async signatures(tx: Tx, { id, contentHash }: Agreement): Promise<string[]> {
    const rows = contentHash ? await tx.findBy(AgreementSignature, { agreementId: id, contentHash }) : [];
    return rows.map(({ partyId }) => partyId);
  }

  private async write(
    tx: Tx,
    viewer: EnterpriseViewer,
    agreement: Agreement,
    { contentHash, name, title }: SignAgreementInput,
  ): Promise<void> {
    await tx.insert(AgreementSignature, {
      ...{ id: newId(), agreementId: agreement.id, partyId: viewer.enterpriseId, accountId: viewer.accountId },
      ...{ name, title, contentHash, signedAt: this.clock.now() },
    });
    await this.trail.tell(tx, viewer, agreementSigned, agreement);
  }

  private async conclude(tx: Tx, viewer: EnterpriseViewer, agreement: Agreement): Promise<void> {
    const signedAt = this.clock.now();
    const hasBegun = agreement.kind === 'cooperation' && agreement.startsOn <= this.clock.today();
    const state = hasBegun ? ('in_force' as const) : ('signed' as const);
    await tx.update(Agreement, agreement.id, { state, signedAt });
    const concluded = { ...agreement, state, signedAt };
    await this.papers.seal(tx, concluded);
    await this.changes.apply(tx, concluded);
    await this.trail.tell(tx, viewer, agreementConcluded, agreement);
  }
}
