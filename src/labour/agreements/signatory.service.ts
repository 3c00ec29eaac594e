import { Injectable } from '@nestjs/common';
import { Reauthentication, Sanctions } from '../../directory/index.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import type { Tx } from '../../platform/database/database.js';
import { refuse } from '../../platform/errors/index.js';

/** Who signs for an enterprise, and whether it may deal at all. */
@Injectable()
export class Signatories {
  constructor(
    private readonly sanctions: Sanctions,
    private readonly reauthentication: Reauthentication,
  ) {}

  /** Asks the signatory for their password again (R35: the signature is theirs alone). */
  async identify(viewer: EnterpriseViewer, password: string, address: string): Promise<void> {
    await this.reauthentication.require(viewer, password, address, 'input.password');
  }

  /** R30: only a verified enterprise that is on no list of offenders signs. */
  async mayDeal(tx: Tx, { enterpriseId }: EnterpriseViewer): Promise<void> {
    refuse(await this.sanctions.refuseDealing(tx, [enterpriseId]));
  }
}
