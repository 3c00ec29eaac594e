import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import {
  anonymous,
  type EnterpriseViewer,
  type LoggedIn,
  type OperatorViewer,
  type Viewer,
} from '../../platform/auth/viewer.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { forbidden, orRefuse, platformMessages, RefusedError, refuse } from '../../platform/errors/index.js';
import { Idempotency } from '../../platform/idempotency/idempotency.js';
import type { Language } from '../../platform/i18n/message.js';
import { newId } from '../../platform/ids/ids.js';
import { Account, type AccountKind } from './account.entity.js';
import { accountMessages } from './account.messages.js';
import { loginInvalid, loginOf, refuseWeakPassword } from './credentials.rules.js';
import { Passwords } from './passwords.service.js';
import { type OpenedSession, type SessionKeeping, Sessions } from './session.service.js';

/** Whom an account belongs to. */
export interface Belonging {
  readonly kind: AccountKind;
  readonly role?: 'owner' | 'member';
  readonly enterpriseId?: string;
  readonly workerId?: string;
  readonly bureauId?: string;
}

export interface Credentials {
  readonly login: string;
  readonly password: string;
  readonly language?: Language;
}

type KeptCredentials = Credentials & { readonly keepIn: SessionKeeping };

/** Accounts: making them, logging in, and what people change of their own. */
@Injectable()
export class Accounts {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Signs somebody up once per key: `belong` makes or finds what the account belongs to. `facts` is what a repeat must
   * have in common with the first call, without secrets. A repeat opens a session only for whoever knows the password.
   */
  async signUp(
    { keepIn, ...credentials }: KeptCredentials,
    key: string,
    facts: object,
    belong: (tx: Tx) => Promise<Belonging>,
  ): Promise<OpenedSession> {
    const login = orRefuse(loginOf(credentials.login), loginInvalid);
    refuse(refuseWeakPassword(credentials.password, login));
    const passwordHash = await this.passwords.hash(credentials.password);
    return this.db.transaction(async (tx) => {
      const request = { ...facts, login, idempotencyKey: key };
      const accountId = await this.idempotency.once(tx, anonymous, `signUp ${login}`, request, async () => {
        const belonging = await belong(tx);
        return this.insert(tx, anonymous, { ...credentials, login, passwordHash }, belonging);
      });
      const account = await tx.findOneByOrFail(Account, { id: accountId });
      if (!(await this.passwords.matches(credentials.password, account.passwordHash))) {
        throw new RefusedError({
          code: 'CONFLICT',
          message: platformMessages.keyReused,
          field: 'input.idempotencyKey',
        });
      }
      return this.sessions.open(tx, accountId, keepIn);
    });
  }

  /** The same words and the same work for a wrong password, an unknown login and a disabled account. */
  async logIn({ login: text, password, keepIn }: KeptCredentials): Promise<OpenedSession> {
    const login = loginOf(text);
    const account = login === undefined ? null : await this.db.reader.findOneBy(Account, { login });
    const isRight = await this.passwords.matches(password, account?.passwordHash);
    if (!account || !isRight || account.disabledAt) {
      throw new RefusedError({ code: 'UNAUTHENTICATED', message: accountMessages.wrongCredentials });
    }
    return this.db.transaction((tx) => this.sessions.open(tx, account.id, keepIn));
  }

  /** An owner adds a colleague to the own enterprise. */
  async createMember(viewer: EnterpriseViewer, credentials: Credentials): Promise<Account> {
    refuse(viewer.role === 'owner' ? undefined : forbidden);
    return this.create(viewer, credentials, { kind: 'enterprise', role: 'member', enterpriseId: viewer.enterpriseId });
  }

  /** An operator gives a bureau an officer. */
  async createOfficer(viewer: OperatorViewer, credentials: Credentials, bureauId: string): Promise<Account> {
    return this.create(viewer, credentials, { kind: 'bureau', bureauId });
  }

  async changePassword(viewer: LoggedIn, currentPassword: string, newPassword: string): Promise<void> {
    const account = await this.own(viewer);
    if (!(await this.passwords.matches(currentPassword, account.passwordHash))) {
      throw new RefusedError({
        code: 'VALIDATION_FAILED',
        message: accountMessages.wrongCredentials,
        field: 'input.currentPassword',
      });
    }
    refuse(refuseWeakPassword(newPassword, account.login, 'input.newPassword'));
    const passwordHash = await this.passwords.hash(newPassword);
    await this.db.transaction(async (tx) => {
      await tx.update(Account, account.id, { passwordHash });
      await this.sessions.endOthers(tx, account.id, viewer.sessionId);
      await this.audit.record(tx, viewer, {
        action: 'account.change-password',
        subjectType: 'account',
        subjectId: account.id,
      });
    });
  }

  async setLanguage(viewer: LoggedIn, language: Language): Promise<Account> {
    await this.db.transaction(async (tx) => {
      await tx.update(Account, viewer.accountId, { language });
      await this.audit.record(tx, viewer, {
        action: 'account.set-language',
        subjectType: 'account',
        subjectId: viewer.accountId,
      });
    });
    return this.own(viewer);
  }

  async own(viewer: LoggedIn): Promise<Account> {
    return this.byId(viewer.accountId);
  }

  async byId(id: string): Promise<Account> {
    return this.db.reader.findOneByOrFail(Account, { id });
  }

  private async create(viewer: Viewer, credentials: Credentials, belonging: Belonging): Promise<Account> {
    const login = orRefuse(loginOf(credentials.login), loginInvalid);
    refuse(refuseWeakPassword(credentials.password, login));
    const passwordHash = await this.passwords.hash(credentials.password);
    const id = await this.db.transaction((tx) =>
      this.insert(tx, viewer, { ...credentials, login, passwordHash }, belonging),
    );
    return this.byId(id);
  }

  private async insert(
    tx: Tx,
    viewer: Viewer,
    account: { login: string; passwordHash: string; language?: Language },
    belonging: Belonging,
  ): Promise<string> {
    const id = newId();
    const { login, passwordHash, language = 'zh-CN' } = account;
    await tx.insert(Account, {
      id,
      login,
      email: login.includes('@') ? login : null,
      passwordHash,
      language,
      ...belonging,
    });
    await this.audit.record(tx, viewer, {
      action: 'account.create',
      subjectType: 'account',
      subjectId: id,
      details: { kind: belonging.kind },
    });
    return id;
  }
}
