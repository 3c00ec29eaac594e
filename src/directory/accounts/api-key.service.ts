import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { forbidden, notFound, orRefuse, refuse } from '../../platform/errors/index.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import { newId } from '../../platform/ids/ids.js';
import type { CreateApiKeyInput } from './account.input.js';
import { ApiKey } from './api-key.entity.js';
import { newSecret, secretHash } from './credentials.rules.js';

/** Keys by which an enterprise's own systems call, each for named scopes only. */
@Injectable()
export class ApiKeys {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
  ) {}

  /** Makes a key. Its secret is in the first answer only: a repeat finds the key, not the secret. */
  async create(viewer: EnterpriseViewer, input: CreateApiKeyInput): Promise<{ key: ApiKey; secret: string | null }> {
    refuse(viewer.role === 'owner' && !viewer.scopes ? undefined : forbidden);
    let secret: string | null = null;
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, viewer, 'createApiKey', input, async () => {
        secret = newSecret('gj');
        const key = {
          id: newId(),
          enterpriseId: viewer.enterpriseId,
          createdBy: viewer.accountId,
          name: input.name,
          scopes: input.scopes,
          secretHash: secretHash(secret),
        };
        await tx.insert(ApiKey, key);
        await this.audit.record(tx, viewer, {
          action: 'api-key.create',
          subjectType: 'api-key',
          subjectId: key.id,
          details: { scopes: key.scopes },
        });
        return key.id;
      }),
    );
    return { key: await this.db.reader.findOneByOrFail(ApiKey, { id }), secret };
  }

  async revoke(viewer: EnterpriseViewer, apiKeyId: string): Promise<ApiKey> {
    refuse(viewer.role === 'owner' && !viewer.scopes ? undefined : forbidden);
    return this.db.transaction(async (tx) => {
      const key = orRefuse(
        await tx.findOneBy(ApiKey, { id: apiKeyId, enterpriseId: viewer.enterpriseId }),
        notFound('input.apiKeyId'),
      );
      const revokedAt = key.revokedAt ?? this.clock.now();
      await tx.update(ApiKey, key.id, { revokedAt });
      await this.audit.record(tx, viewer, { action: 'api-key.revoke', subjectType: 'api-key', subjectId: key.id });
      return { ...key, revokedAt };
    });
  }

  async list(viewer: EnterpriseViewer, page: PageArgs): Promise<Page<ApiKey>> {
    return pageOf(
      this.db.reader.createQueryBuilder(ApiKey, 'key').where('key.enterpriseId = :enterpriseId', viewer),
      page,
    );
  }
}
