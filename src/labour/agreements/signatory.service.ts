import { Injectable } from '@nestjs/common';
import { Enterprises, Reauthentication } from '../../directory/index.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import type { Tx } from '../../platform/database/database.js';
import { refuse } from '../../platform/errors/index.js';
import { refuseUnverified } from '../labour.rules.js';

/** Who signs for an enterprise, and whether it may deal at all. */
@Injectable()
export class Signatories {
  constructor(
    private readonly enterprises: Enterprises,
    private readonly reauthentication: Reauthentication,
  ) {}

  /** Asks the signatory for their password again (R35: the signature is theirs alone). */
  async identify(viewer: EnterpriseViewer, password: string, address: string): Promise<void> {
    await this.reauthentication.require(viewer, password, address, 'input.password');
  }

  /** R30: only a verified enterprise signs. */
  async mayDeal(tx: Tx, { enterpriseId }: EnterpriseViewer): Promise<void> {
    refuse(refuseUnverified(await this.enterprises.require(tx, enterpriseId, 'input.agreementId')));
  }
}
