import { mapConstraints } from '../platform/database/constraints.js';
import { platformMessages, type Refusal } from '../platform/errors/index.js';
import { materialMessages } from './materials.messages.js';

const conflict = (message: Refusal['message'], field?: string): Refusal => ({
  ...{ code: 'CONFLICT', message },
  ...(field && { field }),
});

const unknownRegion: Refusal = {
  code: 'VALIDATION_FAILED',
  message: platformMessages.invalidValue,
  params: { field: 'input.regionId' },
  field: 'input.regionId',
};

/** What it means when the database refuses: the rules that hold even if code is wrong. */
export function mapMaterialConstraints(): void {
  mapConstraints({
    material_kind_pkey: conflict(materialMessages.codeTaken, 'input.code'),
    stock_account_not_negative: conflict(materialMessages.notEnoughLeft),
    stock_account_outside: conflict(materialMessages.ledger),
    stock_posting_balanced: conflict(materialMessages.ledger),
    stock_ledger_append_only: conflict(materialMessages.ledger),
    material_request_region_id_fkey: unknownRegion,
    pooled_purchase_region_id_fkey: unknownRegion,
    material_transfer_two_parties: conflict(materialMessages.ownLot, 'input.lotId'),
  });
}
