import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { AccessTokens } from '../../platform/auth/access-tokens.js';
import { Audit } from '../../platform/audit/audit.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { Clock, DAY_MS } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { RefusedError } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/ids.js';
import { accountMessages } from './account.messages.js';
import { newSecret, secretHash } from './credentials.rules.js';
import { RefreshToken, Session } from './session.entity.js';

/** What a program keeps: a short-lived access token, and a refresh token that is good for one use. */
export interface SessionTokens {
  readonly accessToken: string;
  readonly accessTokenExpiresInSeconds: number;
  readonly refreshToken: string;
}

/** Where a client keeps its session: itself, or in a cookie of the browser that no script can read. */
export type SessionKeeping = 'tokens' | 'cookie';

/** Tokens or the cookie's secret, as was asked for. */
export interface OpenedSession {
  readonly accountId: string;
  readonly tokens?: SessionTokens;
  readonly cookieSecret?: string;
}

/** Sessions: families of rotating refresh tokens, whose spent ones end the whole family, or cookies of browsers. */
@Injectable()
export class Sessions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly tokens: AccessTokens,
    private readonly audit: Audit,
  ) {}

  /** Opens a session, in the caller's transaction. */
  async open(tx: Tx, accountId: string, keepIn: SessionKeeping): Promise<OpenedSession> {
    const cookieSecret = keepIn === 'cookie' ? newSecret('gjc') : undefined;
    const session = { id: newId(), accountId, expiresAt: this.expiry() };
    await tx.insert(Session, { ...session, cookieHash: cookieSecret === undefined ? null : secretHash(cookieSecret) });
    return cookieSecret === undefined ? this.issue(tx, session) : { accountId, cookieSecret };
  }

  /** Exchanges a refresh token for new tokens; a spent one revokes its session, for it has been copied. */
  async refresh(refreshToken: string): Promise<OpenedSession> {
    // The revocation must stay although the call fails, so the transaction answers and the refusal comes after it.
    const opened = await this.db.transaction(async (tx) => {
      const token = await tx.findOne(RefreshToken, {
        where: { tokenHash: secretHash(refreshToken) },
        lock: { mode: 'pessimistic_write' },
      });
      const session = token && (await tx.findOneBy(Session, { id: token.sessionId, revokedAt: IsNull() }));
      if (!token || !session || session.expiresAt <= this.clock.now()) return undefined;
      if (token.spentAt !== null) {
        await this.revoke(tx, { id: session.id });
        return undefined;
      }
      await tx.update(RefreshToken, { tokenHash: token.tokenHash }, { spentAt: this.clock.now() });
      await tx.update(Session, session.id, { expiresAt: this.expiry() });
      return this.issue(tx, session);
    });
    if (!opened) throw new RefusedError({ code: 'UNAUTHENTICATED', message: accountMessages.sessionOver });
    return opened;
  }

  /** Ends the viewer's session. API keys have none. */
  async end(viewer: Exclude<Viewer, { kind: 'anonymous' | 'system' }>): Promise<void> {
    const { sessionId } = viewer;
    if (sessionId === undefined) return;
    await this.db.transaction(async (tx) => {
      await this.revoke(tx, { id: sessionId });
      await this.audit.record(tx, viewer, { action: 'session.end', subjectType: 'session', subjectId: sessionId });
    });
  }

  /** Ends every other session of an account, in the caller's transaction. */
  async endOthers(tx: Tx, accountId: string, keepId: string | undefined): Promise<void> {
    await this.revoke(tx, { accountId, ...(keepId !== undefined && { id: Not(keepId) }) });
  }

  private async revoke(tx: Tx, which: object): Promise<void> {
    await tx.update(Session, { ...which, revokedAt: IsNull() }, { revokedAt: this.clock.now() });
  }

  private async issue(
    tx: Tx,
    { id, accountId }: { readonly id: string; readonly accountId: string },
  ): Promise<OpenedSession> {
    const refreshToken = newSecret('gjr');
    await tx.insert(RefreshToken, { tokenHash: secretHash(refreshToken), sessionId: id });
    const accessToken = await this.tokens.issue(id);
    return {
      accountId,
      tokens: { accessToken, accessTokenExpiresInSeconds: this.tokens.lifeSeconds, refreshToken },
    };
  }

  private expiry(): Date {
    return this.clock.in(this.config.settings.SESSION_DAYS * DAY_MS);
  }
}
