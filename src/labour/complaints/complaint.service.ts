import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Enterprises } from '../../directory/index.js';
import { Audit } from '../../platform/audit/audit.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { EnterpriseViewer, LoggedIn, WorkerViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse } from '../../platform/errors/index.js';
import { type Page, pageOf } from '../../platform/graphql/connection.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { Needs } from '../needs/need.service.js';
import { Placement } from '../placements/placement.entity.js';
import { caseFiles } from './case-file.loader.js';
import type { CaseFileView } from './case-file.view.js';
import { Complaint, ComplaintStep } from './complaint.entity.js';
import { complaintFiled } from './complaint.events.js';
import type { ComplaintListArgs, FileComplaintInput, ReportNeedInput } from './complaint.input.js';
import { hadToDo } from './complaint.loader.js';
import { complaintsOf, type ComplaintViewer } from './complaint.policy.js';
import { againstOf, type Complainant, isParty, refuseAboutNothing, refuseAgainstOneself } from './complaint.rules.js';

type NewComplaint = Pick<Complaint, 'againstId' | 'placementId' | 'needId' | 'regionId' | 'kind' | 'text' | 'isOpen'>;

/** Complaints as they are filed and read. What officers do with them: complaint-desk.service.ts. */
@Injectable()
export class Complaints {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly enterprises: Enterprises,
    private readonly needs: Needs,
  ) {}

  /** A party complains to the bureau of the host's region; the same key again answers the same complaint. */
  async file(viewer: WorkerViewer | EnterpriseViewer, input: FileComplaintInput): Promise<Complaint> {
    refuse(refuseAboutNothing(input));
    const who: Complainant =
      viewer.kind === 'worker' ? { workerId: viewer.workerId } : { enterpriseId: viewer.enterpriseId };
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'fileComplaint', input, async () => {
        const about = await this.aboutOf(tx, who, input);
        const { kind, text, openly: isOpen } = input;
        return this.add(tx, viewer, { ...about, kind, text, isOpen });
      }),
    );
    return this.db.reader.findOneByOrFail(Complaint, { id });
  }

  /** Tells the bureau of the site of a post that is false, unlawful or discriminating (R31). */
  async report(viewer: LoggedIn, input: ReportNeedInput): Promise<void> {
    const { needId, reason: text } = input;
    const need = await this.needs.require(viewer, needId, 'input.needId');
    const { hostId: againstId, regionId } = need;
    await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'reportNeed', input, () =>
        this.add(tx, viewer, { againstId, placementId: null, needId, regionId, kind: 'post', text, isOpen: false }),
      ),
    );
  }

  /** A complaint that the viewer may see; NOT_FOUND otherwise. */
  async require(viewer: ComplaintViewer, id: string): Promise<Complaint> {
    const query = this.db.reader.createQueryBuilder(Complaint, 'complaint').where('complaint.id = :id', { id });
    return orRefuse(await complaintsOf(query, viewer).getOne(), notFound('id'));
  }

  /** Complaints that the viewer may see, newest first. */
  async list(viewer: ComplaintViewer, args: ComplaintListArgs): Promise<Page<Complaint>> {
    const query = complaintsOf(this.db.reader.createQueryBuilder(Complaint, 'complaint').where('TRUE'), viewer);
    if (args.state) query.andWhere('complaint.state = :state', args);
    return pageOf(query, args);
  }

  /** By complaint: its steps, oldest first. */
  readonly stepsOf: BatchLoad<readonly ComplaintStep[]> = async (ids) => {
    const rows = await this.db.reader.find(ComplaintStep, {
      where: { complaintId: In([...ids]) },
      order: { complaintId: 'ASC', position: 'ASC' },
    });
    return new Map(ids.map((id) => [id, rows.filter(({ complaintId }) => complaintId === id)]));
  };

  /** By placement: what there is to know of it. For officers. */
  readonly caseFilesOf: BatchLoad<CaseFileView> = (placementIds) => caseFiles(this.db.reader, placementIds);

  /** What a complaint is about, against whom, and where the host is. */
  private async aboutOf(
    tx: Tx,
    who: Complainant,
    { placementId, againstEnterpriseId }: FileComplaintInput,
  ): Promise<Pick<NewComplaint, 'againstId' | 'placementId' | 'needId' | 'regionId'>> {
    if (placementId) {
      const found = await tx.findOneBy(Placement, { id: placementId });
      const placement = orRefuse(found && isParty(found, who) ? found : undefined, notFound('input.placementId'));
      const againstId = orRefuse(againstOf(placement, who, againstEnterpriseId), notFound('input.againstEnterpriseId'));
      refuse(refuseAgainstOneself(who, againstId));
      const { regionId } = await this.enterprises.require(tx, placement.hostId, 'input.placementId');
      return { againstId, placementId, needId: placement.needId, regionId };
    }
    const againstId = orRefuse(againstEnterpriseId, notFound('input.againstEnterpriseId'));
    refuse(refuseAgainstOneself(who, againstId));
    refuse((await hadToDo(tx, who, againstId)) ? undefined : notFound('input.againstEnterpriseId'));
    const { regionId } = await this.enterprises.require(tx, againstId, 'input.againstEnterpriseId');
    return { againstId, placementId: null, needId: null, regionId };
  }

  private async add(tx: Tx, viewer: LoggedIn, facts: NewComplaint): Promise<string> {
    const party = {
      workerId: viewer.kind === 'worker' ? viewer.workerId : null,
      enterpriseId: viewer.kind === 'enterprise' ? viewer.enterpriseId : null,
    };
    const [id, at] = [newId(), this.clock.now()];
    const complaint = { ...facts, ...party, id, accountId: viewer.accountId, state: 'open' as const, answer: '' };
    await tx.insert(Complaint, { ...complaint, createdAt: at });
    await tx.insert(ComplaintStep, {
      ...{ complaintId: id, position: 1, state: 'open', note: '', isByBureau: false, at },
    });
    await this.outbox.record(tx, complaintFiled({ complaintId: id, regionId: facts.regionId, ...party }));
    await this.audit.record(tx, viewer, {
      action: 'complaint.file',
      subjectType: 'complaint',
      subjectId: id,
      details: { kind: facts.kind },
    });
    return id;
  }
}
