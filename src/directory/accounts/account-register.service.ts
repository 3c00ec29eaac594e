import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { OperatorViewer } from '../../platform/auth/viewer.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse, refuseTransition } from '../../platform/errors/index.js';
import { type Page, pageOf } from '../../platform/graphql/connection.js';
import { escapeLike, searchText } from '../taxonomies/taxonomy.rules.js';
import { rowsById } from '../taxonomies/taxonomy.loader.js';
import { Account } from './account.entity.js';
import type { AccountListArgs, SetAccountStateInput } from './account-register.input.js';
import { refuseBlockWithoutNote, refuseOwnBlock, stateOf } from './account.rules.js';
import { accountTransitions } from './account.states.js';
import { Sessions } from './session.service.js';

/** All accounts, as operators look after them. */
@Injectable()
export class AccountRegister {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly audit: Audit,
  ) {}

  readonly byIds: BatchLoad<Account> = (ids) => rowsById(this.db.reader, Account, ids);

  /** By account: when it last opened or renewed a session, as far as its sessions are still kept. */
  readonly lastSeen: BatchLoad<Date> = async (ids) => {
    const rows = await this.db.rows<{ id: string; at: Date }>(
      // A session that a cookie names is never renewed and has no tokens.
      `SELECT s.account_id AS id, max(greatest(s.created_at, t.created_at)) AS at
       FROM session s LEFT JOIN refresh_token t ON t.session_id = s.id
       WHERE s.account_id = ANY($1) GROUP BY s.account_id`,
      [ids],
    );
    return new Map(rows.map(({ id, at }) => [id, at]));
  };

  /** Accounts, newest first. */
  async page({ kind, search, ...page }: AccountListArgs): Promise<Page<Account>> {
    const query = this.db.reader.createQueryBuilder(Account, 'account').where('TRUE');
    const text = searchText(search);
    if (kind) query.andWhere('account.kind = :kind', { kind });
    if (text) {
      query.andWhere(
        `(account.login LIKE :part OR account.enterpriseId IN (SELECT e.id FROM enterprise e WHERE e.name ILIKE :part)
          OR account.bureauId IN (SELECT b.id FROM bureau b WHERE b.name ILIKE :part))`,
        { part: `%${escapeLike(text)}%` },
      );
    }
    return pageOf(query, page);
  }

  /** Blocks an account and ends its sessions, or lets it in again. What it is already, it stays. */
  async setState(viewer: OperatorViewer, { accountId, state, note }: SetAccountStateInput): Promise<Account> {
    return this.db.transaction(async (tx) => {
      const account = orRefuse(
        await tx.findOne(Account, { where: { id: accountId }, lock: { mode: 'pessimistic_write' } }),
        notFound('input.accountId'),
      );
      const from = stateOf(account);
      refuse(refuseOwnBlock(viewer.accountId, accountId, state) ?? refuseBlockWithoutNote(state, note));
      if (from === state) return account;
      refuse(refuseTransition(accountTransitions, from, state));
      const isBlocked = state === 'blocked';
      const change = { disabledAt: isBlocked ? this.clock.now() : null, disabledNote: isBlocked ? note : null };
      await tx.update(Account, accountId, change);
      if (isBlocked) await this.sessions.endOthers(tx, accountId, undefined);
      await this.audit.record(tx, viewer, {
        action: isBlocked ? 'account.block' : 'account.unblock',
        subjectType: 'account',
        subjectId: accountId,
      });
      return Object.assign(account, change);
    });
  }
}
