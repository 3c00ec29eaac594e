import { Global, Injectable, Module } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type SealedDocument, SealedDocuments } from '../../platform/signing/sealed-documents.js';

/** Sealed agreements, for whoever asks whether some bytes are one. */
@Injectable()
export class KeptPapers extends SealedDocuments {
  constructor(private readonly db: Database) {
    super();
  }

  override async bySha256(sha256: string): Promise<SealedDocument | undefined> {
    const [found] = await this.db.rows<SealedDocument>(
      `SELECT a.number, d.seal FROM agreement_document d JOIN agreement a ON a.id = d.agreement_id
       WHERE d.sha256 = $1 AND d.stage = 'sealed'`,
      [sha256],
    );
    return found;
  }
}

@Global()
@Module({ providers: [{ provide: SealedDocuments, useClass: KeptPapers }], exports: [SealedDocuments] })
export class KeptPapersModule {}
