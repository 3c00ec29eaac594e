import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Sanctions, Workers } from '../../directory/index.js';
import type { Tx } from '../../platform/database/database.js';
import { notFound, type Refusal, refuse } from '../../platform/errors/index.js';
import { isBlockedPair } from '../blocks/block.loader.js';

/** The two enterprises of a deal; without a lender it is a hire. */
export interface DealParties {
  readonly hostId: string;
  readonly lenderId: string | null;
}

/** Who may deal, and with whom: asked before an offer is made and before it is concluded. */
@Injectable()
export class Dealings {
  constructor(
    private readonly sanctions: Sanctions,
    private readonly workers: Workers,
  ) {}

  /**
   * Whom the host may make an offer; else why the host may not deal, or NOT_FOUND at input: of a block either side is
   * told no more than of a worker who is not there.
   */
  async candidate(tx: Tx, hostId: string, workerId: string) {
    refuse(await this.sanctions.refuseDealing(tx, [hostId]));
    refuse((await isBlockedPair(tx, workerId, hostId)) ? notFound('input') : undefined);
    return this.workers.require(tx, workerId, 'input');
  }

  /** Why a deal between them cannot be concluded now, as far as it rests on the enterprises; undefined when it can. */
  async refuseParties(tx: EntityManager, parties: DealParties): Promise<Refusal | undefined> {
    return this.sanctions.refuseDealing(tx, idsOf(parties));
  }

  /** The same of many deals at once, by the key given for each. */
  async refusalsOf(deals: ReadonlyMap<string, DealParties>): Promise<Map<string, Refusal>> {
    const refusals = await this.sanctions.refusalsOf([...new Set([...deals.values()].flatMap(idsOf))]);
    return new Map(
      [...deals].flatMap(([key, parties]) => {
        const refusal = idsOf(parties)
          .map((id) => refusals.get(id))
          .find(Boolean);
        return refusal ? [[key, refusal] as const] : [];
      }),
    );
  }
}

function idsOf({ hostId, lenderId }: DealParties): string[] {
  return lenderId === null ? [hostId] : [hostId, lenderId];
}
