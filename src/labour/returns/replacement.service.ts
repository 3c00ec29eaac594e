import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse } from '../../platform/errors/index.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { needChanged } from '../labour.events.js';
import { Placement } from '../placements/placement.entity.js';
import { PlacementLives } from '../placements/placement-life.service.js';
import type { RequestReplacementInput } from './return.input.js';
import { insertReplacement } from './replacement.loader.js';
import { refuseReplacement } from './return.rules.js';

/** A host asks for somebody else: the seat is free for matching again. */
@Injectable()
export class Replacements {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly lives: PlacementLives,
  ) {}

  async request(viewer: EnterpriseViewer, input: RequestReplacementInput): Promise<Placement> {
    const { placementId, note } = input;
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'requestReplacement', input, async () => {
        const where = { id: placementId, hostId: viewer.enterpriseId };
        const found = await tx.findOne(Placement, { where, lock: { mode: 'pessimistic_write' } });
        const placement = orRefuse(found, notFound('input.placementId'));
        refuse(refuseReplacement(placement, await this.lives.factsIn(tx, placementId)));
        const { needId, hostId, offerId } = placement;
        await insertReplacement(tx, { id: newId(), placementId, needId, hostId, note, offerId });
        const regionId = await this.lives.regionOf(tx, placement);
        await this.outbox.record(tx, needChanged({ needId, hostId, regionId }));
        const entry = { action: 'placement.request-replacement', subjectType: 'placement', subjectId: placementId };
        await this.audit.record(tx, viewer, { ...entry, details: { needId } });
        return placementId;
      }),
    );
    return this.db.reader.findOneByOrFail(Placement, { id });
  }
}
