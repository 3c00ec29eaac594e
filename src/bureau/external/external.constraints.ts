import { mapConstraints } from '../../platform/database/constraints.js';
import { externalMessages } from './external.messages.js';
import { underWay } from './external.rules.js';

/** What violated SQL constraints of external series mean. */
export function mapExternalConstraints(): void {
  mapConstraints({
    external_series_code: { code: 'CONFLICT', message: externalMessages.codeTaken, field: 'input.code' },
    external_import_under_way: underWay,
  });
}
