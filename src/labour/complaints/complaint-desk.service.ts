import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit, type AuditEntry } from '../../platform/audit/audit.js';
import type { BureauViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse, refuseTransition } from '../../platform/errors/index.js';
import { render } from '../../platform/i18n/message.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import type { LabourNeed } from '../needs/need.entity.js';
import { Needs } from '../needs/need.service.js';
import { Complaint, ComplaintStep } from './complaint.entity.js';
import { complaintAnswered } from './complaint.events.js';
import type { AnswerComplaintInput, RemoveNeedInput } from './complaint.input.js';
import { complaintMessages } from './complaint.messages.js';
import { complaintsOf } from './complaint.policy.js';
import { type ComplaintState, complaintTransitions } from './complaint.states.js';

/** What officers do with complaints of their jurisdiction. */
@Injectable()
export class ComplaintDesk {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly needs: Needs,
  ) {}

  /** An officer looks at it; a repeat changes nothing. */
  async takeUp(viewer: BureauViewer, complaintId: string): Promise<Complaint> {
    return this.db.transaction(async (tx) => {
      const complaint = await this.lock(tx, viewer, complaintId);
      if (complaint.state === 'in_review') return complaint;
      await this.audit.record(tx, viewer, await this.move(tx, complaint, 'in_review', ''));
      return complaint;
    });
  }

  /** The bureau's decision, and its answer. */
  async answer(viewer: BureauViewer, { complaintId, decision, answer }: AnswerComplaintInput): Promise<Complaint> {
    return this.db.transaction(async (tx) => {
      const complaint = await this.lock(tx, viewer, complaintId);
      await this.audit.record(tx, viewer, await this.move(tx, complaint, decision, answer));
      return complaint;
    });
  }

  /** Takes a post down (R29, R31) and answers all who reported it. NOT_FOUND outside the jurisdiction. */
  async removeNeed(viewer: BureauViewer, { needId, reason }: RemoveNeedInput): Promise<LabourNeed> {
    await this.db.transaction(async (tx) => {
      const removed = await this.needs.remove(tx, viewer, needId, reason);
      const reports = await tx.find(Complaint, {
        where: { needId, kind: 'post', state: In(['open', 'in_review']) },
        lock: { mode: 'pessimistic_write' },
        order: { id: 'ASC' },
      });
      const entries: AuditEntry[] = [removed];
      const answer = render(complaintMessages.postRemoved, viewer.language, { reason });
      for (const report of reports) {
        if (report.state === 'open') {
          const note = render(complaintMessages.postLooked, viewer.language);
          entries.push(await this.move(tx, report, 'in_review', note));
        }
        entries.push(await this.move(tx, report, 'resolved', answer));
      }
      for (const entry of entries) await this.audit.record(tx, viewer, entry);
    });
    return this.needs.require(viewer, needId);
  }

  private async lock(tx: Tx, viewer: BureauViewer, id: string): Promise<Complaint> {
    const query = tx.createQueryBuilder(Complaint, 'complaint').where('complaint.id = :id', { id });
    return orRefuse(
      await complaintsOf(query, viewer).setLock('pessimistic_write').getOne(),
      notFound('input.complaintId'),
    );
  }

  /** One step on; answers the entry for the trail, which the caller writes last. */
  private async move(tx: Tx, complaint: Complaint, state: ComplaintState, note: string): Promise<AuditEntry> {
    refuse(refuseTransition(complaintTransitions, complaint.state, state));
    const at = this.clock.now();
    const { id, regionId, workerId, enterpriseId, isOpen, againstId } = complaint;
    const isDecided = state === 'resolved' || state === 'dismissed';
    const change = { state, ...(isDecided && { answer: note, decidedAt: at }) };
    await tx.update(Complaint, id, change);
    const position = 1 + (await tx.countBy(ComplaintStep, { complaintId: id }));
    await tx.insert(ComplaintStep, { complaintId: id, position, state, note, isByBureau: true, at });
    if (isDecided) {
      const openToId = isOpen ? againstId : null;
      await this.outbox.record(
        tx,
        complaintAnswered({ complaintId: id, regionId, workerId, enterpriseId, state, openToId }),
      );
    }
    Object.assign(complaint, change);
    return { action: `complaint.${state}`, subjectType: 'complaint', subjectId: id };
  }
}
