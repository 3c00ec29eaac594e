/** A paper that this installation sealed. */
export interface SealedDocument {
  readonly number: string;
  readonly seal: string;
}

/** Where sealed papers are kept: the module that makes them says so, by providing this globally. */
export abstract class SealedDocuments {
  /** The paper whose bytes have this SHA-256 (lower-case hex). */
  abstract bySha256(sha256: string): Promise<SealedDocument | undefined>;
}

/** For an installation that seals nothing. */
export class NoSealedDocuments extends SealedDocuments {
  override bySha256(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}
