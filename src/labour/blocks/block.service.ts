import { Injectable } from '@nestjs/common';
import { Enterprises } from '../../directory/index.js';
import { Audit } from '../../platform/audit/audit.js';
import type { EnterpriseViewer, WorkerViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, rowsOf, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse } from '../../platform/errors/index.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { Block } from './block.entity.js';
import { blocksChanged } from './block.events.js';
import { endOvertures, hasMet } from './block.loader.js';
import { blocksOf } from './block.policy.js';

type Party = WorkerViewer | EnterpriseViewer;
type Pair = Pick<Block, 'workerId' | 'enterpriseId' | 'blockedBy'>;

/** Who does not want to deal with whom. Open offers stay: the blocker can decline them. */
@Injectable()
export class Blocks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly enterprises: Enterprises,
  ) {}

  /** The worker is proposed to this enterprise no more; a repeat answers the same block. */
  async blockEnterprise(viewer: WorkerViewer, enterpriseId: string): Promise<Block> {
    return this.db.transaction(async (tx) => {
      const { verification } = await this.enterprises.require(tx, enterpriseId, 'input.enterpriseId');
      // One that no bureau has verified is between the bureau and itself.
      const isPublic = verification === 'verified' || verification === 'suspended';
      refuse(isPublic ? undefined : notFound('input.enterpriseId'));
      return this.add(tx, viewer, { workerId: viewer.workerId, enterpriseId, blockedBy: 'worker' });
    });
  }

  /** The host is proposed this worker no more; NOT_FOUND for workers whom it never had to do with. */
  async blockWorker(viewer: EnterpriseViewer, workerId: string): Promise<Block> {
    return this.db.transaction(async (tx) => {
      const { enterpriseId } = viewer;
      refuse((await hasMet(tx, enterpriseId, workerId)) ? undefined : notFound('input.workerId'));
      return this.add(tx, viewer, { workerId, enterpriseId, blockedBy: 'enterprise' });
    });
  }

  /** Takes a block of the viewer's back; what the other side blocked stays. */
  async unblock(viewer: Party, blockId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const query = blocksOf(tx.createQueryBuilder(Block, 'block'), viewer).andWhere('block.id = :blockId', {
        blockId,
      });
      const block = orRefuse(await query.setLock('pessimistic_write').getOne(), notFound('input.blockId'));
      await tx.delete(Block, blockId);
      await this.outbox.record(tx, blocksChanged({ workerId: block.workerId }));
      await this.audit.record(tx, viewer, { action: 'block.remove', subjectType: 'block', subjectId: blockId });
    });
  }

  /** What the viewer blocked, newest first. */
  async mine(viewer: Party, page: PageArgs): Promise<Page<Block>> {
    return pageOf(blocksOf(this.db.reader.createQueryBuilder(Block, 'block'), viewer), page);
  }

  private async add(tx: Tx, viewer: Party, pair: Pair): Promise<Block> {
    const { workerId, enterpriseId, blockedBy } = pair;
    const now = this.clock.now();
    const [added] = await rowsOf<{ id: string }>(
      tx,
      `INSERT INTO block (id, worker_id, enterprise_id, blocked_by, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT ON CONSTRAINT block_once DO NOTHING RETURNING id`,
      [newId(), workerId, enterpriseId, blockedBy, now],
    );
    if (added) {
      await endOvertures(tx, workerId, enterpriseId, blockedBy === 'worker' ? 'withdrawn' : 'declined', now);
      await this.outbox.record(tx, blocksChanged({ workerId }));
      await this.audit.record(tx, viewer, { action: 'block.add', subjectType: 'block', subjectId: added.id });
    }
    return tx.findOneByOrFail(Block, pair);
  }
}
