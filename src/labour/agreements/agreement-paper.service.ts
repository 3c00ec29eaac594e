import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../platform/auth/viewer.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { sha256Of } from '../../platform/digest/digest.js';
import type { DocumentModel } from '../../platform/documents/document-model.js';
import { renderPdf } from '../../platform/documents/render-pdf.js';
import type { Language } from '../../platform/i18n/message.js';
import { SignatureProvider } from '../../platform/signing/signature-provider.js';
import { Agreement, AgreementDocument, AgreementSignature, TermsVersion } from './agreement.entity.js';
import { occupationNames, paperParties } from './agreement.loader.js';
import { Agreements } from './agreement.service.js';
import { agreementPaper, contentHashOf, type PaperFacts } from './agreement-paper.js';
import type { AgreementTerms } from './terms.js';

const languages: readonly Language[] = ['zh-CN', 'en'];

/** The papers of agreements: what is read before signing, and what is kept sealed after it. */
@Injectable()
export class AgreementPapers {
  constructor(
    private readonly db: Database,
    private readonly agreements: Agreements,
    private readonly signatures: SignatureProvider,
  ) {}

  /** The newest terms of an agreement and who proposed them. */
  async termsOf(tx: EntityManager, { id, version }: Agreement): Promise<{ authorId: string; terms: AgreementTerms }> {
    return tx.findOneByOrFail(TermsVersion, { agreementId: id, version });
  }

  /** SHA-256 of the text that the parties sign. */
  async hashOf(tx: Tx, agreement: Agreement): Promise<string> {
    return contentHashOf(await this.factsOf(tx, agreement, 'zh-CN'));
  }

  /** The paper as it stands, for a reader; NOT_FOUND for whoever may not read the agreement. */
  async read(viewer: Viewer, id: string, language: Language): Promise<DocumentModel> {
    const agreement = await this.agreements.require(viewer, id, 'id');
    return agreementPaper(await this.factsOf(this.db.reader, agreement, language), language);
  }

  /** The PDF: the sealed one where there is one, else made of the terms as they stand. */
  async pdf(viewer: Viewer, id: string, language: Language): Promise<{ name: string; bytes: Buffer }> {
    const agreement = await this.agreements.require(viewer, id, 'id');
    const name = `${agreement.number}-${language}.pdf`;
    const sealed = await this.db.reader.findOneBy(AgreementDocument, { agreementId: id, stage: 'sealed', language });
    if (sealed) return { name, bytes: sealed.pdf };
    const facts = await this.factsOf(this.db.reader, agreement, language);
    return { name, bytes: await renderPdf(agreementPaper(facts, language)) };
  }

  /** Keeps the paper with both signatures and the service's seal over its bytes, in both languages. */
  async seal(tx: Tx, agreement: Agreement): Promise<void> {
    for (const language of languages) {
      const facts = await this.factsOf(tx, agreement, language);
      const pdf = await renderPdf(agreementPaper(facts, language));
      const sha256 = sha256Of(pdf);
      const seal = await this.signatures.seal(pdf, {
        number: agreement.number,
        contentHash: agreement.contentHash ?? '',
        signers: facts.signatures.map(({ party, name, signedAt }) => ({
          party,
          name,
          signedAt: signedAt.toISOString(),
        })),
      });
      await tx.insert(AgreementDocument, { agreementId: agreement.id, stage: 'sealed', language, pdf, sha256, seal });
    }
  }

  private async factsOf(tx: EntityManager, agreement: Agreement, language: Language): Promise<PaperFacts> {
    const { terms } = await this.termsOf(tx, agreement);
    const parties = await paperParties(tx, agreement);
    const parent = agreement.parentId ? await tx.findOneBy(Agreement, { id: agreement.parentId }) : null;
    const { number, kind, contentHash, hostId } = agreement;
    const signed = contentHash ? await tx.findBy(AgreementSignature, { agreementId: agreement.id, contentHash }) : [];
    return {
      ...{ number, kind, contentHash, terms, ...parties, parentNumber: parent?.number ?? null },
      occupations: await occupationNames(
        tx,
        terms.heads.map(({ occupationId }) => occupationId),
        language,
      ),
      signatures: signed.map(({ partyId, name, title, signedAt }) => ({
        party: partyId === hostId ? ('host' as const) : ('lender' as const),
        ...{ name, title, signedAt },
      })),
      datedAt: agreement.issuedAt ?? agreement.createdAt,
    };
  }
}
