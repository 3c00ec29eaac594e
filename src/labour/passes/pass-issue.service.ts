import { Injectable } from '@nestjs/common';
import { calculateJwkThumbprint } from 'jose';
import { IsNull, MoreThan, Not } from 'typeorm';
import type { WorkerViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, RefusedError } from '../../platform/errors/index.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { SigningKeys } from '../../platform/signing/signing-keys.service.js';
import { Placement } from '../placements/placement.entity.js';
import { PassContents } from './pass-contents.service.js';
import { WorkPass } from './pass.entity.js';
import type { IssueWorkPassInput } from './pass.input.js';
import {
  type DeviceKey,
  deviceKeyOf,
  expiryOf,
  problemOfPlacement,
  refusalOf,
  deviceKeyInvalid,
} from './pass.rules.js';
import { certificateTyp } from './pass.service.js';
import { PassTrail } from './pass-trail.service.js';
import { publicKeyOf } from './pass-signature.js';

interface PassId {
  readonly placementId: string;
  readonly serial: number;
}

/** Gives a worker's phone the certificate that its passes stand on. */
@Injectable()
export class WorkPassIssue {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly keys: SigningKeys,
    private readonly contents: PassContents,
    private readonly idempotency: Idempotency,
    private readonly trail: PassTrail,
  ) {}

  /** The certificates before it no longer count: a pass belongs to one phone. */
  async issue(viewer: WorkerViewer, input: IssueWorkPassInput): Promise<WorkPass> {
    return this.db.transaction(async (tx) => {
      const { placementId, serial } = await this.idempotency.once(tx, viewer, 'issueWorkPass', input, () =>
        this.make(tx, viewer, input),
      );
      return tx.findOneByOrFail(WorkPass, { placementId, serial });
    });
  }

  private async make(tx: Tx, viewer: WorkerViewer, { placementId, deviceKey }: IssueWorkPassInput): Promise<PassId> {
    const placement = orRefuse(
      await tx.findOne(Placement, {
        where: { id: placementId, workerId: viewer.workerId },
        lock: { mode: 'pessimistic_write' },
      }),
      notFound('input.placementId'),
    );
    const problem = problemOfPlacement(placement, this.clock.today());
    if (problem) throw new RefusedError(refusalOf(problem, 'input.placementId'));
    const key = readDeviceKey(deviceKey);
    const [issuedAt, thumbprint] = [this.clock.now(), await calculateJwkThumbprint(key)];
    const expiresAt = expiryOf(issuedAt, this.config.settings.WORK_PASS_HOURS, placement.endsOn);
    const replaced = { placementId, revokedAt: IsNull(), expiresAt: MoreThan(issuedAt), thumbprint: Not(thumbprint) };
    if (await tx.existsBy(WorkPass, replaced)) await this.trail.tellReplaced(tx, viewer, placementId);
    await tx.update(WorkPass, { placementId, revokedAt: IsNull() }, { revokedAt: issuedAt });
    const serial = ((await tx.maximum(WorkPass, 'serial', { placementId })) ?? 0) + 1;
    const certificate = await this.keys.sign(tx, certificateTyp, {
      ...(await this.contents.of(tx, placement)),
      ...{ serial, iat: secondsOf(issuedAt), exp: secondsOf(expiresAt), cnf: { jkt: thumbprint, jwk: key } },
    });
    await tx.insert(WorkPass, { placementId, serial, thumbprint, certificate, issuedAt, expiresAt, revokedAt: null });
    await this.trail.keepIssue(tx, viewer, placementId, serial);
    return { placementId, serial };
  }
}

/** VALIDATION_FAILED at input.deviceKey for what is no public P-256 key. */
function readDeviceKey(text: string): DeviceKey {
  const key = deviceKeyOf(parsedJson(text));
  return orRefuse(key && publicKeyOf(key) ? key : undefined, deviceKeyInvalid);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const secondsOf = (at: Date): number => Math.floor(at.getTime() / 1_000);
