import { Injectable } from '@nestjs/common';
import { Occupations, WorkerPersons } from '../../directory/index.js';
import type { Tx } from '../../platform/database/database.js';
import { LabourNeed } from '../needs/need.entity.js';
import type { Placement } from '../placements/placement.entity.js';
import { maskedName } from './pass.rules.js';

/** What a certificate says of a placement: enough for a gate without network, no name. */
@Injectable()
export class PassContents {
  constructor(
    private readonly persons: WorkerPersons,
    private readonly occupations: Occupations,
  ) {}

  async of(tx: Tx, { id: pid, workerId: sub, hostId: host, needId, startsOn, endsOn }: Placement): Promise<object> {
    const { reference: need, occupationId } = await tx.findOneByOrFail(LabourNeed, { id: needId });
    const name = (await this.persons.personOf(tx, [sub])).get(sub)?.name ?? '';
    const { nameZh: occupation } = await this.occupations.require(tx, occupationId, 'input.placementId');
    return { pid, sub, need, host, initials: maskedName(name), occupation, days: [startsOn, endsOn] };
  }
}
