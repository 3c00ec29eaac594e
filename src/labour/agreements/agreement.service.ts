import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { EnterpriseViewer, Viewer } from '../../platform/auth/viewer.js';
import { groupBy } from '../../platform/collections/group-by.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { notFound, orRefuse } from '../../platform/errors/index.js';
import { type Page, type PageArgs, pageOf } from '../../platform/graphql/connection.js';
import type { Finding } from '../compliance/finding.js';
import { type AgreementAction, agreementActions } from './agreement-action.rules.js';
import { Agreement, AgreementComment, AgreementSignature, TermsVersion } from './agreement.entity.js';
import type { AgreementListArgs } from './agreement.input.js';
import { type AgreementRow, agreementRows } from './agreement.loader.js';
import { agreementsAs, agreementsOf } from './agreement.policy.js';
import { blocking, termFindings } from './gaps.rules.js';
import type { AgreementTerms } from './terms.js';

/** Reading agreements: who sees which, what stands in them, what each side may do now. */
@Injectable()
export class Agreements {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** An agreement that the viewer may read; NOT_FOUND at `field` otherwise. */
  async require(viewer: Viewer, id: string, field = 'input.agreementId'): Promise<Agreement> {
    const query = this.db.reader.createQueryBuilder(Agreement, 'agreement').where('agreement.id = :id', { id });
    return orRefuse(await agreementsOf(query, viewer).getOne(), notFound(field));
  }

  async list(viewer: Viewer, args: AgreementListArgs): Promise<Page<Agreement>> {
    const query = agreementsOf(this.db.reader.createQueryBuilder(Agreement, 'agreement').where('TRUE'), viewer);
    if (args.state) query.andWhere('agreement.state = :state', args);
    if (args.role) agreementsAs(query, viewer, args.role);
    if (args.needId) query.andWhere('agreement.needId = :needId', args);
    return pageOf(query, args);
  }

  /** The viewer's own agreement, locked; NOT_FOUND at input.agreementId for anyone else's. */
  async lock(tx: Tx, viewer: EnterpriseViewer, id: string): Promise<Agreement> {
    const query = tx
      .createQueryBuilder(Agreement, 'agreement')
      .where('agreement.id = :id', { id })
      .setLock('pessimistic_write');
    return orRefuse(await agreementsOf(query, viewer).getOne(), notFound('input.agreementId'));
  }

  readonly byIds: BatchLoad<Agreement> = async (ids) => {
    const rows = await this.db.reader.findBy(Agreement, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  };

  /** By agreement: newest terms, their author, who has signed. */
  readonly rowsOf: BatchLoad<AgreementRow> = (ids) => agreementRows(this.db.reader, ids);

  /** By agreement: all versions, oldest first. At most 200 are shown. */
  readonly versionsOf: BatchLoad<TermsVersion[]> = async (ids) => {
    const rows = await this.db.reader.find(TermsVersion, {
      where: { agreementId: In([...ids]) },
      order: { version: 'ASC' },
    });
    return groupBy(rows, ({ agreementId }) => agreementId);
  };

  readonly signaturesOf: BatchLoad<AgreementSignature[]> = async (ids) => {
    const rows = await this.db.reader.find(AgreementSignature, {
      where: { agreementId: In([...ids]) },
      order: { signedAt: 'ASC' },
    });
    return groupBy(rows, ({ agreementId }) => agreementId);
  };

  /** Comments, newest first. The caller has checked that its viewer may read the agreement. */
  async comments(agreementId: string, page: PageArgs): Promise<Page<AgreementComment>> {
    const query = this.db.reader
      .createQueryBuilder(AgreementComment, 'comment')
      .where('comment.agreementId = :agreementId', { agreementId });
    return pageOf(query, page);
  }

  /** What the gap checker says of an agreement's newest terms; nothing of a termination. */
  findingsOf({ kind }: Pick<Agreement, 'kind'>, terms: AgreementTerms): Finding[] {
    return kind === 'termination' ? [] : termFindings(terms, this.clock.today());
  }

  actionsOf(
    viewer: Viewer,
    agreement: Parameters<typeof agreementActions>[0],
    { authorId, terms, signedBy }: AgreementRow,
  ): AgreementAction[] {
    const gaps = blocking(this.findingsOf(agreement, terms));
    return agreementActions(agreement, viewer, { authorId, gaps, signedBy }, this.clock.now());
  }
}
