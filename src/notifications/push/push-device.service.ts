import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { LoggedIn } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import { forbidden, notFound, orRefuse, refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/ids.js';
import { PushDevice } from './push-device.entity.js';
import type { AddPushDeviceInput } from './push-device.input.js';
import { type DeviceRow, devicesOf, keepDevice } from './push-device.loader.js';
import { refuseEndpoint, refuseNotOffered } from './push.rules.js';

const most = 5;

export interface PushSettings {
  /** Empty where push messages are not offered. */
  readonly publicKey: string;
  readonly devices: readonly DeviceRow[];
  /** Of whoever asks. */
  readonly sessionId: string | undefined;
}

/** The devices that take push messages for an account. */
@Injectable()
export class PushDevices {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly audit: Audit,
  ) {}

  async of({ accountId, sessionId }: LoggedIn): Promise<PushSettings> {
    const devices = await devicesOf(this.db.reader, accountId);
    return { publicKey: this.config.settings.PUSH_PUBLIC_KEY, devices, sessionId };
  }

  /** The device of this session. A repeat takes its new keys; who logged in on the same device before is not told there. */
  async add(viewer: LoggedIn, { endpoint, p256dh, auth }: AddPushDeviceInput): Promise<PushSettings> {
    refuse(refuseNotOffered(this.config.settings.PUSH_PUBLIC_KEY) ?? refuseEndpoint(endpoint, 'input.endpoint'));
    const sessionId = orRefuse(viewer.sessionId, forbidden);
    const device = { id: newId(), accountId: viewer.accountId, sessionId, createdAt: this.clock.now() };
    await this.db.transaction(async (tx) => {
      await keepDevice(tx, { ...device, endpoint, p256dh, auth }, most);
      await this.audit.record(tx, viewer, {
        action: 'push-device.add',
        subjectType: 'account',
        subjectId: viewer.accountId,
      });
    });
    return this.of(viewer);
  }

  /** NOT_FOUND at input.deviceId when it is not the viewer’s, or is gone. */
  async remove(viewer: LoggedIn, id: string): Promise<PushSettings> {
    await this.db.transaction(async (tx) => {
      const { affected } = await tx.delete(PushDevice, { id, accountId: viewer.accountId });
      refuse(affected === 1 ? undefined : notFound('input.deviceId'));
      await this.audit.record(tx, viewer, {
        ...{ action: 'push-device.remove', subjectType: 'push_device', subjectId: id },
      });
    });
    return this.of(viewer);
  }
}
