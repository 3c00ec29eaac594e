import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { WorkerViewer } from '../../platform/auth/viewer.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { type Person, WorkerPersons } from './worker-person.service.js';
import { Worker } from './worker.entity.js';
import { workerChanged } from './worker.events.js';
import type { SetMyCertificatesInput, SetMySkillsInput, UpdateMyWorkerInput } from './worker.input.js';
import { Workers } from './worker.service.js';

export interface WorkerProfile {
  readonly worker: Worker;
  readonly person: Person;
  readonly maskedIdNumber: string;
}

/** What a worker keeps up to date about themself, lent or not. */
@Injectable()
export class WorkerProfiles {
  constructor(
    private readonly db: Database,
    private readonly workers: Workers,
    private readonly persons: WorkerPersons,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  async mine(viewer: WorkerViewer): Promise<WorkerProfile> {
    const tx = this.db.reader;
    const worker = await this.workers.require(tx, viewer.workerId, 'id');
    const persons = await this.persons.personOf(tx, [worker.id]);
    const maskedIdNumber = await this.persons.maskedIdNumber(tx, viewer, worker.id);
    return { worker, person: orRefuse(persons.get(worker.id), notFound('id')), maskedIdNumber };
  }

  async update(viewer: WorkerViewer, input: UpdateMyWorkerInput): Promise<WorkerProfile> {
    return this.change(viewer, 'worker.move', (tx) => this.workers.move(tx, viewer.workerId, input));
  }

  async setSkills(viewer: WorkerViewer, { skills }: SetMySkillsInput): Promise<WorkerProfile> {
    return this.change(viewer, 'worker.set-skills', (tx) =>
      this.workers.replaceSkills(tx, viewer.workerId, skills, 'input.skills'),
    );
  }

  async setCertificates(viewer: WorkerViewer, { certificates }: SetMyCertificatesInput): Promise<WorkerProfile> {
    return this.change(viewer, 'worker.set-certificates', (tx) =>
      this.workers.replaceCertificates(tx, viewer.workerId, certificates, 'input.certificates'),
    );
  }

  /** One change of the viewer's own record; concurrent ones wait for each other. */
  private async change(viewer: WorkerViewer, action: string, write: (tx: Tx) => Promise<void>): Promise<WorkerProfile> {
    const { workerId } = viewer;
    await this.db.transaction(async (tx) => {
      orRefuse(
        await tx.findOne(Worker, { where: { id: workerId }, lock: { mode: 'pessimistic_write' } }),
        notFound('id'),
      );
      await write(tx);
      await this.outbox.record(tx, workerChanged({ workerId }));
      await this.audit.record(tx, viewer, { action, subjectType: 'worker', subjectId: workerId });
    });
    return this.mine(viewer);
  }
}
