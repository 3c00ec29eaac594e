import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { notFound, orRefuse, refuse } from '../../platform/errors/index.js';
import { type FileFacts, StoredFiles } from '../../platform/files/stored-file.service.js';
import type { UploadedFile } from '../../platform/files/uploaded-file.js';
import { MaterialLot } from './material-lot.entity.js';
import { MaterialLots } from './material-lot.service.js';

/** Images of quality certificates: handed in by a lot's owner, read by everybody who may see the lot. */
@Injectable()
export class LotCertificates {
  constructor(
    private readonly db: Database,
    private readonly files: StoredFiles,
    private readonly audit: Audit,
    private readonly lots: MaterialLots,
  ) {}

  /** Adds a certificate to a lot of the viewer's enterprise; the same bytes again are the same certificate. */
  async handIn(viewer: EnterpriseViewer, lotId: string, file: UploadedFile): Promise<FileFacts> {
    const id = await this.db.transaction(async (tx) => {
      const found = await this.lots.lock(tx, lotId);
      const lot = orRefuse(found?.enterpriseId === viewer.enterpriseId ? found : null, notFound('lotId'));
      const owner = { ownerKind: 'material_lot', ownerId: lotId, purpose: 'certificate' };
      const fileId = await this.files.keep(tx, owner, file, viewer.accountId);
      if (lot.certificateFileIds.includes(fileId)) return fileId;
      await tx.update(MaterialLot, lotId, { certificateFileIds: [...lot.certificateFileIds, fileId] });
      await this.audit.record(tx, viewer, {
        action: 'material-lot.certificate',
        subjectType: 'material-lot',
        subjectId: lotId,
        details: { fileId },
      });
      return fileId;
    });
    return this.facts(id);
  }

  /** A certificate of a lot that the viewer may see, with its bytes; NOT_FOUND otherwise. */
  async read(
    viewer: EnterpriseViewer,
    lotId: string,
    id: string,
  ): Promise<{ readonly file: FileFacts; readonly bytes: Buffer }> {
    const lot = await this.lots.require(viewer, lotId, 'lotId');
    refuse(lot.certificateFileIds.includes(id) ? undefined : notFound('id'));
    return { file: await this.facts(id), bytes: orRefuse(await this.files.bytesOf(id), notFound('id')) };
  }

  private async facts(id: string): Promise<FileFacts> {
    return orRefuse((await this.files.byIds([id])).get(id), notFound('id'));
  }
}
