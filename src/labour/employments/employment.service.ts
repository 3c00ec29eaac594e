import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Workers } from '../../directory/index.js';
import { Audit } from '../../platform/audit/audit.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, RefusedError, refuse } from '../../platform/errors/index.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { Employment } from './employment.entity.js';
import type { RecordEmploymentInput } from './employment.input.js';
import { refuseBackwardContract } from './employment.rules.js';

/** Labour contracts that employers state of their workers; their end: employment-end.service.ts. */
@Injectable()
export class Employments {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly workers: Workers,
  ) {}

  /** States a contract; stating it again corrects it. NOT_FOUND at input.workerId for anyone else's worker. */
  async record(viewer: EnterpriseViewer, input: RecordEmploymentInput): Promise<Employment> {
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'recordEmployment', input, () => this.write(tx, viewer, input)),
    );
    return this.db.reader.findOneByOrFail(Employment, { id });
  }

  /** The contract that holds between the two now, if one is stated. */
  async inForce(tx: Tx, workerId: string, enterpriseId: string): Promise<Employment | undefined> {
    return (await tx.findOneBy(Employment, { workerId, enterpriseId, endedOn: IsNull() })) ?? undefined;
  }

  /** By worker: the contract that holds. The caller has checked that its viewer may see it. */
  readonly ofWorkers: BatchLoad<Employment> = async (workerIds) => {
    const rows = await this.db.reader.findBy(Employment, { workerId: In([...workerIds]), endedOn: IsNull() });
    return new Map(rows.map((row) => [row.workerId, row]));
  };

  private async write(tx: Tx, viewer: EnterpriseViewer, input: RecordEmploymentInput): Promise<string> {
    const { workerId, contractNumber, startsOn, isDispatched } = input;
    const worker = await this.workers.require(tx, workerId, 'input.workerId');
    if (worker.homeEnterpriseId !== viewer.enterpriseId) throw new RefusedError(notFound('input.workerId'));
    const stated = { contractNumber, startsOn, endsOn: input.endsOn ?? null, isDispatched };
    refuse(refuseBackwardContract(stated));
    const known = await tx.findOne(Employment, {
      where: { workerId, enterpriseId: viewer.enterpriseId, endedOn: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
    const id = known?.id ?? newId();
    if (known) await tx.update(Employment, id, stated);
    else await tx.insert(Employment, { id, workerId, enterpriseId: viewer.enterpriseId, ...stated });
    await this.audit.record(tx, viewer, {
      action: 'employment.record',
      subjectType: 'worker',
      subjectId: workerId,
      details: { employmentId: id, endsOn: stated.endsOn, isDispatched },
    });
    return id;
  }
}
