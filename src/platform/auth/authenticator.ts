import { Injectable } from '@nestjs/common';
import { RefusedError, unauthenticated } from '../errors/index.js';
import { AccessTokens } from './access-tokens.js';
import { AccountStore } from './account-store.js';
import { SessionCookie } from './session-cookie.js';
import { anonymous, type Viewer } from './viewer.js';

/** The headers that may say who is calling. */
export interface Credentials {
  readonly authorization?: string | undefined;
  readonly cookie?: string | undefined;
}

/** Turns a request's credentials into a viewer. */
@Injectable()
export class Authenticator {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly accounts: AccountStore,
    private readonly sessionCookie: SessionCookie,
  ) {}

  /**
   * `Bearer <access token>` or `ApiKey <secret>`, else the session's cookie. A bad header is UNAUTHENTICATED; a cookie whose
   * session is over is anonymous, as its owner cannot help sending it.
   */
  async viewerOf({ authorization, cookie }: Credentials): Promise<Viewer> {
    if (!authorization) return this.viewerOfCookie(cookie);
    const [, scheme = '', credential = ''] = /^(\S+)\s+(\S+)$/.exec(authorization) ?? [];
    const viewer = await this.find(scheme.toLowerCase(), credential);
    if (!viewer) throw new RefusedError(unauthenticated);
    return viewer;
  }

  private async viewerOfCookie(header: string | undefined): Promise<Viewer> {
    const secret = this.sessionCookie.secretIn(header);
    return (secret ? await this.accounts.viewerOfCookie(secret) : undefined) ?? anonymous;
  }

  private async find(scheme: string, credential: string): Promise<Viewer | undefined> {
    if (scheme === 'apikey') return this.accounts.viewerOfApiKey(credential);
    if (scheme !== 'bearer') return undefined;
    const sessionId = await this.tokens.sessionOf(credential);
    return sessionId === undefined ? undefined : this.accounts.viewerOfSession(sessionId);
  }
}
