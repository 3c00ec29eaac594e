import type { Viewer } from './viewer.js';

/** What authentication needs from above: implemented in directory/accounts. */
export abstract class AccountStore {
  /** The viewer of a live session (not revoked, expired, nor its account disabled), as it is now. */
  abstract viewerOfSession(sessionId: string): Promise<Viewer | undefined>;
  /** The viewer of a live session that a browser's cookie names. */
  abstract viewerOfCookie(secret: string): Promise<Viewer | undefined>;
  /** The viewer of a live API key. */
  abstract viewerOfApiKey(secret: string): Promise<Viewer | undefined>;
}
