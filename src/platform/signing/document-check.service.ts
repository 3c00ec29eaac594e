import { Inject, Injectable, Optional } from '@nestjs/common';
import { NoSealedDocuments, SealedDocuments } from './sealed-documents.js';
import { sha256Of } from '../digest/digest.js';
import type { SealFacts } from './seal.js';
import { SignatureProvider } from './signature-provider.js';

/** Whether bytes are a paper of this installation, and what their seal says. */
export interface DocumentCheck {
  readonly sha256: string;
  readonly outcome: 'sealed' | 'unknown' | 'broken';
  readonly number?: string;
  readonly facts?: SealFacts;
}

@Injectable()
export class DocumentChecks {
  constructor(
    private readonly provider: SignatureProvider,
    @Optional() @Inject(SealedDocuments) private readonly documents: SealedDocuments = new NoSealedDocuments(),
  ) {}

  async check(bytes: Uint8Array): Promise<DocumentCheck> {
    const sha256 = sha256Of(bytes);
    const found = await this.documents.bySha256(sha256);
    if (!found) return { sha256, outcome: 'unknown' };
    const facts = await this.provider.verify(bytes, found.seal);
    return facts ? { sha256, outcome: 'sealed', number: found.number, facts } : { sha256, outcome: 'broken' };
  }
}
