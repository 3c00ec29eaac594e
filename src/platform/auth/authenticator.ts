import { Injectable } from '@nestjs/common';
import { RefusedError, unauthenticated } from '../errors/index.js';
import { AccessTokens } from './access-tokens.js';
import { AccountStore } from './account-store.js';
import { anonymous, type Viewer } from './viewer.js';

/** Turns an Authorization header into a viewer. */
@Injectable()
export class Authenticator {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly accounts: AccountStore,
  ) {}

  /** `Bearer <access token>` or `ApiKey <secret>`; no header is anonymous, a bad one is UNAUTHENTICATED. */
  async viewerOf(header: string | undefined): Promise<Viewer> {
    if (!header) return anonymous;
    const [, scheme = '', credential = ''] = /^(\S+)\s+(\S+)$/.exec(header) ?? [];
    const viewer = await this.find(scheme.toLowerCase(), credential);
    if (!viewer) throw new RefusedError(unauthenticated);
    return viewer;
  }

  private async find(scheme: string, credential: string): Promise<Viewer | undefined> {
    if (scheme === 'apikey') return this.accounts.viewerOfApiKey(credential);
    if (scheme !== 'bearer') return undefined;
    const sessionId = await this.tokens.sessionOf(credential);
    return sessionId === undefined ? undefined : this.accounts.viewerOfSession(sessionId);
  }
}
