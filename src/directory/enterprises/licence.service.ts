import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import type { EnterpriseViewer, Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { forbidden, notFound, orRefuse, refuse } from '../../platform/errors/index.js';
import { type FileFacts, StoredFiles } from '../../platform/files/stored-file.service.js';
import type { UploadedFile } from '../../platform/files/uploaded-file.js';
import { Bureaus } from '../bureaus/bureau.service.js';
import { Enterprise } from './enterprise.entity.js';
import { maySeePapers } from './enterprise.policy.js';

const ownerKind = 'enterprise';
const purpose = 'licence';

/** The images of licences: handed in by enterprises, seen by them and by the officers of their jurisdiction. */
@Injectable()
export class Licences {
  constructor(
    private readonly db: Database,
    private readonly bureaus: Bureaus,
    private readonly files: StoredFiles,
    private readonly audit: Audit,
  ) {}

  /** Makes a file the licence of the viewer's enterprise; earlier ones stay kept. Owners only. */
  async handIn(viewer: EnterpriseViewer, file: UploadedFile): Promise<FileFacts> {
    refuse(viewer.role === 'owner' ? undefined : forbidden);
    const id = await this.db.transaction(async (tx) => {
      const enterprise = await tx.findOneOrFail(Enterprise, {
        where: { id: viewer.enterpriseId },
        lock: { mode: 'pessimistic_write' },
      });
      const fileId = await this.files.keep(tx, { ownerKind, ownerId: enterprise.id, purpose }, file, viewer.accountId);
      if (fileId === enterprise.licenceFileId) return fileId;
      await tx.update(Enterprise, enterprise.id, { licenceFileId: fileId });
      await this.audit.record(tx, viewer, {
        action: 'enterprise.licence',
        subjectType: 'enterprise',
        subjectId: enterprise.id,
        details: { fileId },
      });
      return fileId;
    });
    return this.facts(id);
  }

  /** A licence that the viewer may see, with its bytes; NOT_FOUND otherwise. */
  async read(viewer: Viewer, id: string): Promise<{ readonly file: FileFacts; readonly bytes: Buffer }> {
    const file = await this.facts(id);
    const isLicence = file.ownerKind === ownerKind && file.purpose === purpose;
    refuse(isLicence && (await this.maySee(viewer, file.ownerId)) ? undefined : notFound('id'));
    return { file, bytes: orRefuse(await this.files.bytesOf(id), notFound('id')) };
  }

  private async maySee(viewer: Viewer, enterpriseId: string): Promise<boolean> {
    const enterprise = await this.db.reader.findOneByOrFail(Enterprise, { id: enterpriseId });
    const covered =
      viewer.kind === 'bureau' && (await this.bureaus.covers(this.db.reader, viewer.regionId, enterprise.regionId));
    return maySeePapers(viewer, enterpriseId, covered);
  }

  private async facts(id: string): Promise<FileFacts> {
    return orRefuse((await this.files.byIds([id])).get(id), notFound('id'));
  }
}
