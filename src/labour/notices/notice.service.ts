import { Injectable } from '@nestjs/common';
import type { BatchLoad } from '../../platform/auth/request-context.js';
import type { WorkerViewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { RefusedError } from '../../platform/errors/index.js';
import type { Language } from '../../platform/i18n/message.js';
import { labourMessages } from '../labour.messages.js';
import { Placement } from '../placements/placement.entity.js';
import { Placements } from '../placements/placement.service.js';
import { noticeRows, type NoticeRow } from './notice.loader.js';
import { type Notice, noticeOf } from './notice.rules.js';

/** What a lent worker is told before each yes, and their confirmation of exactly that. */
@Injectable()
export class Notices {
  constructor(
    private readonly db: Database,
    private readonly placements: Placements,
  ) {}

  /** By offer; the caller has checked that its viewer is party to it. */
  readonly ofOffers: BatchLoad<NoticeRow> = (ids) => noticeRows(this.db.reader, ids);

  shown({ facts, occupationZh, occupationEn }: NoticeRow, language: Language): Notice {
    return noticeOf({ ...facts, occupation: language === 'en' ? occupationEn : occupationZh }, occupationZh, language);
  }

  /** The worker confirms the terms of their placement; CONFLICT when they read an older notice. */
  async confirm(viewer: WorkerViewer, { placementId, noticeHash }: { placementId: string; noticeHash: string }) {
    return this.db.transaction(async (tx) => {
      const placement = await this.placements.require(viewer, placementId);
      const row = (await noticeRows(tx, [placement.offerId])).get(placement.offerId);
      if (row && this.shown(row, 'zh-CN').hash !== noticeHash)
        throw new RefusedError({ code: 'CONFLICT', message: labourMessages.staleNotice, field: 'input.noticeHash' });
      return this.placements.confirmTerms(tx, viewer, placementId, noticeHash);
    });
  }

  /** By placement: the offer whose notice it has. */
  readonly offersOfPlacements: BatchLoad<string> = async (ids) => {
    const rows = await this.db.reader.find(Placement, {
      select: { id: true, offerId: true },
      where: ids.map((id) => ({ id })),
    });
    return new Map(rows.map(({ id, offerId }) => [id, offerId]));
  };
}
