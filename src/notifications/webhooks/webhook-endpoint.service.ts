import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../../platform/audit/audit.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock, DAY_MS } from '../../platform/clock/clock.js';
import { mapConstraints } from '../../platform/database/constraints.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse, tryAgain } from '../../platform/errors/index.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import { PublicLimits } from '../../platform/limits/public-limits.service.js';
import { PersonalDataCipher } from '../../platform/personal-data/personal-data-cipher.js';
import { WebhookEndpoint } from './webhook-endpoint.entity.js';
import { WebhookSender } from './webhook-sender.service.js';
import { newWebhookSecret } from './webhook-signature.rules.js';
import type {
  CreateWebhookEndpointInput,
  RotateWebhookSecretInput,
  UpdateWebhookEndpointInput,
} from './webhook.input.js';
import { webhookMessages } from './webhook.messages.js';
import { freeSlot, refuseNoOwner } from './webhook.rules.js';

// Each may ask a name server that the caller chose.
const urlLimit = { name: 'webhook-url', calls: 30, seconds: 600 };

export interface EndpointWithSecret {
  readonly endpoint: WebhookEndpoint;
  /** In the first answer only. */
  readonly secret: string | null;
}

/** The addresses of an enterprise's own systems; its owners look after them. */
@Injectable()
export class WebhookEndpoints implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly cipher: PersonalDataCipher,
    private readonly limits: PublicLimits,
    private readonly sender: WebhookSender,
  ) {}

  onModuleInit(): void {
    // Two were made at once and took the same place.
    mapConstraints({ webhook_endpoint_slot: tryAgain });
  }

  async create(viewer: EnterpriseViewer, input: CreateWebhookEndpointInput): Promise<EndpointWithSecret> {
    refuse(refuseNoOwner(viewer));
    await this.refuseUrl(viewer, input.url);
    let secret: string | null = null;
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'createWebhookEndpoint', input, async () => {
        const { enterpriseId } = viewer;
        const others = await tx.find(WebhookEndpoint, { where: { enterpriseId }, select: { slot: true } });
        const slot = orRefuse(freeSlot(others.map((other) => other.slot)), {
          ...{ code: 'CONFLICT', message: webhookMessages.tooMany },
        });
        secret = newWebhookSecret();
        const endpoint = { id: newId(), enterpriseId, slot, createdAt: this.clock.now() };
        const { url, topics, description } = input;
        const encrypted = this.cipher.encrypt(secret);
        await tx.insert(WebhookEndpoint, { ...endpoint, url, topics, description, secret: encrypted });
        await this.record(tx, viewer, 'create', endpoint.id, { topics });
        return endpoint.id;
      }),
    );
    return { endpoint: await this.require(viewer, id, 'input.idempotencyKey'), secret };
  }

  /** Changes what is given and leaves the rest. Resuming forgets the failures. */
  async update(viewer: EnterpriseViewer, input: UpdateWebhookEndpointInput): Promise<WebhookEndpoint> {
    refuse(refuseNoOwner(viewer));
    await this.require(viewer, input.webhookEndpointId);
    if (input.url) await this.refuseUrl(viewer, input.url);
    return this.db.transaction(async (tx) => {
      const endpoint = await this.lock(tx, viewer, input.webhookEndpointId);
      const change = {
        url: input.url ?? endpoint.url,
        topics: input.topics ?? endpoint.topics,
        description: input.description ?? endpoint.description,
        ...this.pauseOf(endpoint, input.isPaused),
      };
      await tx.update(WebhookEndpoint, endpoint.id, change);
      const { topics, pause } = { ...endpoint, ...change };
      await this.record(tx, viewer, 'update', endpoint.id, { topics, pause });
      return Object.assign(endpoint, change);
    });
  }

  /** A new secret; the one before signs too for a day. */
  async rotate(viewer: EnterpriseViewer, input: RotateWebhookSecretInput): Promise<EndpointWithSecret> {
    refuse(refuseNoOwner(viewer));
    let secret: string | null = null;
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'rotateWebhookSecret', input, async () => {
        const endpoint = await this.lock(tx, viewer, input.webhookEndpointId);
        secret = newWebhookSecret();
        await tx.update(WebhookEndpoint, endpoint.id, {
          ...{ secret: this.cipher.encrypt(secret), formerSecret: endpoint.secret },
          formerSecretUntil: this.clock.in(DAY_MS),
        });
        await this.record(tx, viewer, 'rotate', endpoint.id);
        return endpoint.id;
      }),
    );
    return { endpoint: await this.require(viewer, id), secret };
  }

  /** Deletes it with its secrets and its log; answers what it was. */
  async delete(viewer: EnterpriseViewer, id: string): Promise<WebhookEndpoint> {
    refuse(refuseNoOwner(viewer));
    return this.db.transaction(async (tx) => {
      const endpoint = await this.lock(tx, viewer, id);
      await tx.delete(WebhookEndpoint, { id });
      await this.record(tx, viewer, 'delete', id);
      return endpoint;
    });
  }

  async list(viewer: EnterpriseViewer, page: PageArgs): Promise<Page<WebhookEndpoint>> {
    refuse(refuseNoOwner(viewer));
    const query = this.db.reader.createQueryBuilder(WebhookEndpoint, 'endpoint');
    return pageOf(query.where('endpoint.enterpriseId = :enterpriseId', viewer), page);
  }

  async require(viewer: EnterpriseViewer, id: string, field = 'input.webhookEndpointId'): Promise<WebhookEndpoint> {
    refuse(refuseNoOwner(viewer));
    const { enterpriseId } = viewer;
    return orRefuse(await this.db.reader.findOneBy(WebhookEndpoint, { id, enterpriseId }), notFound(field));
  }

  /** The viewer's own endpoint, locked until the caller's transaction ends. */
  async lock(tx: Tx, viewer: EnterpriseViewer, id: string): Promise<WebhookEndpoint> {
    const where = { id, enterpriseId: viewer.enterpriseId };
    const endpoint = await tx.findOne(WebhookEndpoint, { where, lock: { mode: 'pessimistic_write' } });
    return orRefuse(endpoint, notFound('input.webhookEndpointId'));
  }

  /** The caller has checked that its viewer may see them. */
  readonly rowsOf: BatchLoad<WebhookEndpoint> = async (ids) => {
    const rows = await this.db.reader.findBy(WebhookEndpoint, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  private pauseOf({ pause }: WebhookEndpoint, isPaused: boolean | null | undefined) {
    if (typeof isPaused !== 'boolean' || isPaused === (pause !== null)) return {};
    return isPaused
      ? { pause: 'owner' as const, pausedAt: this.clock.now() }
      : { pause: null, pausedAt: null, failedInRow: 0 };
  }

  private async refuseUrl({ enterpriseId }: EnterpriseViewer, url: string): Promise<void> {
    await this.limits.count(urlLimit, enterpriseId);
    const message = await this.sender.faultOf(url);
    refuse(message && { code: 'VALIDATION_FAILED', message, field: 'input.url' });
  }

  private async record(tx: Tx, viewer: EnterpriseViewer, action: string, subjectId: string, details = {}) {
    await this.audit.record(tx, viewer, {
      ...{ action: `webhook.${action}`, subjectType: 'webhook-endpoint', subjectId, details },
    });
  }
}
