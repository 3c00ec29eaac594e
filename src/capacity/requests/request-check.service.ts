import { Injectable } from '@nestjs/common';
import { Regions } from '../../directory/index.js';
import type { Tx } from '../../platform/database/database.js';
import { refuse } from '../../platform/errors/index.js';
import { Processes } from '../processes/process.service.js';
import type { PublishCapacityRequestInput } from './request.input.js';
import { attributesOfProcesses } from './request.loader.js';
import { refuseStepAttributes } from './request.rules.js';

/** Whether what a request names exists. */
@Injectable()
export class CapacityRequestChecks {
  constructor(
    private readonly regions: Regions,
    private readonly processes: Processes,
  ) {}

  /** VALIDATION_FAILED at the first code or attribute that nobody knows. */
  async check(tx: Tx, { regionId, steps }: PublishCapacityRequestInput): Promise<void> {
    await this.regions.require(tx, regionId, 'input.regionId');
    const known = await attributesOfProcesses(
      tx,
      steps.map(({ processId }) => processId),
    );
    for (const [index, { processId, attributes }] of steps.entries()) {
      await this.processes.require(tx, processId, `input.steps.${index}.processId`);
      refuse(refuseStepAttributes(attributes, known.get(processId) ?? [], `input.steps.${index}.attributes`));
    }
  }
}
