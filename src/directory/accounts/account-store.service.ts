import { Injectable } from '@nestjs/common';
import { AccountStore } from '../../platform/auth/account-store.js';
import type { Scope, Viewer } from '../../platform/auth/viewer.js';
import { Config } from '../../platform/config/config.js';
import { Database } from '../../platform/database/database.js';
import type { Language } from '../../platform/i18n/message.js';
import type { AccountKind } from './account.entity.js';
import { secretHash } from './credentials.rules.js';

interface AccountRow {
  readonly kind: AccountKind;
  readonly accountId: string;
  readonly language: Language;
  readonly role: 'owner' | 'member';
  readonly enterpriseId: string;
  readonly workerId: string;
  readonly bureauId: string;
  readonly regionId: string;
}

const accountColumns = `a.kind, a.id AS "accountId", a.language, a.role, a.enterprise_id AS "enterpriseId",
  a.worker_id AS "workerId", a.bureau_id AS "bureauId", b.region_id AS "regionId"`;

/** Says who a session or a key belongs to as things stand now: log-out, disabling and new roles act at once. */
@Injectable()
export class DatabaseAccountStore extends AccountStore {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
  ) {
    super();
  }

  async viewerOfSession(sessionId: string): Promise<Viewer | undefined> {
    const [row] = await this.db.rows<AccountRow>(
      `SELECT ${accountColumns} FROM session s JOIN account a ON a.id = s.account_id LEFT JOIN bureau b ON b.id = a.bureau_id
       WHERE s.id = $1 AND s.revoked_at IS NULL AND s.expires_at > now() AND a.disabled_at IS NULL`,
      [sessionId],
    );
    return row && viewerOf(row, sessionId);
  }

  /** Whoever comes back keeps the session; its life is written at most once a day. */
  async viewerOfCookie(secret: string): Promise<Viewer | undefined> {
    const [row] = await this.db.rows<AccountRow & { readonly sessionId: string }>(
      `WITH live AS (
         SELECT s.id AS "sessionId", s.expires_at, ${accountColumns}
         FROM session s JOIN account a ON a.id = s.account_id LEFT JOIN bureau b ON b.id = a.bureau_id
         WHERE s.cookie_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > now() AND a.disabled_at IS NULL),
       used AS (
         UPDATE session SET expires_at = now() + make_interval(days => $2) FROM live
         WHERE session.id = live."sessionId" AND live.expires_at < now() + make_interval(days => $2) - interval '1 day')
       SELECT * FROM live`,
      [secretHash(secret), this.config.settings.SESSION_DAYS],
    );
    return row && viewerOf(row, row.sessionId);
  }

  async viewerOfApiKey(secret: string): Promise<Viewer | undefined> {
    const [row] = await this.db.rows<{ accountId: string; enterpriseId: string; scopes: Scope[]; language: Language }>(
      `WITH live AS (
         SELECT k.*, a.language FROM api_key k JOIN account a ON a.id = k.created_by
         WHERE k.secret_hash = $1 AND k.revoked_at IS NULL AND a.disabled_at IS NULL),
       used AS (
         UPDATE api_key SET last_used_at = now() FROM live
         WHERE api_key.id = live.id AND (live.last_used_at IS NULL OR live.last_used_at < now() - interval '1 minute'))
       SELECT created_by AS "accountId", enterprise_id AS "enterpriseId", scopes, language FROM live`,
      [secretHash(secret)],
    );
    return row && { kind: 'enterprise', role: 'member', ...row };
  }
}

function viewerOf(
  { kind, accountId, language, role, enterpriseId, workerId, bureauId, regionId }: AccountRow,
  sessionId: string,
): Viewer {
  switch (kind) {
    case 'enterprise':
      return { kind, accountId, sessionId, language, role, enterpriseId };
    case 'worker':
      return { kind, accountId, sessionId, language, workerId };
    case 'bureau':
      return { kind, accountId, sessionId, language, bureauId, regionId };
    case 'operator':
      return { kind, accountId, sessionId, language };
  }
}
