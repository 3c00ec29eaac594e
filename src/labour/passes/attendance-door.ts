import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import type { Tx } from '../../platform/database/database.js';
import { RefusedError } from '../../platform/errors/index.js';
import { passMessages } from './pass.messages.js';

export type ScanDirection = 'in' | 'out';

/** Where a scan at the gate becomes attendance, in the transaction of the scan. */
export abstract class AttendanceDoor {
  abstract check(
    tx: Tx,
    viewer: EnterpriseViewer,
    placementId: string,
    at: Date,
    method: 'pass',
    direction: ScanDirection,
  ): Promise<{ attendanceDayId: string }>;
}

/** Where attendance is not kept, nothing can be scanned. */
export class NoAttendance extends AttendanceDoor {
  override check(): Promise<never> {
    return Promise.reject(new RefusedError({ code: 'UNAVAILABLE', message: passMessages.noAttendance }));
  }
}
