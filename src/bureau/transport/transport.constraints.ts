import { mapConstraints } from '../../platform/database/constraints.js';
import { bureauMessages } from '../bureau.messages.js';

/** What violated SQL constraints of transport mean. */
export function mapTransportConstraints(): void {
  mapConstraints({ transport_seat_once: { code: 'CONFLICT', message: bureauMessages.seatElsewhere } });
}
