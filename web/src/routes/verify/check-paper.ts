import { languageNow } from '../../i18n/i18n';

export interface Signer {
  readonly party: string;
  readonly name: string;
  readonly signedAt: string;
}

/** What the service says of a file: whether it sealed it, and what the seal says. */
export interface PaperFound {
  readonly outcome: 'sealed' | 'unknown' | 'broken';
  readonly message: string;
  readonly sha256: string;
  readonly document: {
    readonly number: string;
    readonly sealedAt: string;
    /** Other papers than agreements have other claims. */
    readonly claims: { readonly signers?: readonly Signer[] };
  } | null;
}

export type PaperCheck = PaperFound | { readonly problem: string };

/** Asks whether a file is a sealed paper; `offline` is said where no answer came. */
export async function checkPaper(file: File, offline: string): Promise<PaperCheck> {
  const body = new FormData();
  body.set('file', file);
  try {
    const response = await fetch('/verify', { method: 'POST', headers: { 'accept-language': languageNow() }, body });
    const answer = (await response.json()) as PaperFound | { readonly error?: { readonly message?: string } };
    if ('outcome' in answer) return answer;
    return { problem: answer.error?.message ?? offline };
  } catch {
    // No line, or an answer that some box on the way made: one tries again.
    return { problem: offline };
  }
}
