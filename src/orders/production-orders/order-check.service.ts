import { Injectable } from '@nestjs/common';
import { Regions, Sanctions } from '../../directory/index.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import type { Tx } from '../../platform/database/database.js';
import { refuse, refuseAll } from '../../platform/errors/index.js';
import { refuseTerms } from '../recipes/recipe.rules.js';
import { Things } from '../things.service.js';
import type { Bill } from './bill.js';
import type { PlaceOrderInput } from './production-order.input.js';
import { refuseRequirement } from './production-order.rules.js';

/** What must be so before an order is placed. */
@Injectable()
export class OrderChecks {
  constructor(
    private readonly sanctions: Sanctions,
    private readonly regions: Regions,
    private readonly things: Things,
  ) {}

  async check(tx: Tx, viewer: EnterpriseViewer, input: PlaceOrderInput, bill: Bill): Promise<void> {
    refuse(await this.sanctions.refuseDealing(tx, [viewer.enterpriseId]));
    await this.regions.require(tx, input.regionId, 'input.regionId');
    // What a recipe makes of the order's quantity is at fault where the quantity is.
    const fieldOf = (index: number): string => (bill.recipe ? 'input' : `${bill.field}.${index}`);
    refuseAll(
      bill.requirements.map(
        (requirement, index) =>
          refuseTerms(requirement, fieldOf(index)) ?? refuseRequirement(requirement, input, fieldOf(index)),
      ),
    );
    await this.things.require(tx, bill.requirements, bill.field);
  }
}
