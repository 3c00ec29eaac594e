import { mapConstraints } from '../platform/database/constraints.js';
import { platformMessages, type Refusal } from '../platform/errors/index.js';
import { capacityMessages } from './capacity.messages.js';

const conflict = (message: Refusal['message'], field?: string): Refusal => ({
  ...{ code: 'CONFLICT', message },
  ...(field && { field }),
});
const unknownCode = (field: string): Refusal => ({
  ...{ code: 'VALIDATION_FAILED', message: platformMessages.invalidValue, params: { field }, field },
});

/** What it means when the database refuses: the rules that hold even if code is wrong. */
export function mapCapacityConstraints(): void {
  mapConstraints({
    process_pkey: conflict(capacityMessages.codeTaken, 'input.code'),
    machine_type_pkey: conflict(capacityMessages.codeTaken, 'input.code'),
    capacity_window_no_overlap: conflict(capacityMessages.dayOffered, 'input.startsOn'),
    capacity_day_once: conflict(capacityMessages.dayOffered, 'input.startsOn'),
    capacity_day_not_oversold: conflict(capacityMessages.oversold, 'input.days'),
    capacity_booking_day_offered: conflict(capacityMessages.oversold, 'input.days'),
    capacity_booking_of_another: conflict(capacityMessages.ownWindow, 'input.capacityWindowId'),
    capacity_request_region_id_fkey: unknownCode('input.regionId'),
    workshop_region_id_fkey: unknownCode('input.regionId'),
  });
}
