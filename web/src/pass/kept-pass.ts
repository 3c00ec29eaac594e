// The certificate that a phone makes passes with, kept for a time without network. It is public; what a pass needs beside it
// is the phone's own key.

const place = 'gongji.pass';

export interface KeptPass {
  readonly accountId: string;
  readonly placementId: string;
  readonly certificate: string;
  readonly gateUrl: string;
  readonly issuedAt: string;
  readonly expiresAt: string;
  /** How far the phone's clock was behind the server's. */
  readonly offsetMs: number;
  readonly work: string;
  readonly host: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** Written by this console alone. */
export function keptPass(): KeptPass | undefined {
  const kept = localStorage.getItem(place);
  return kept === null ? undefined : (JSON.parse(kept) as KeptPass);
}

export function keepPass(pass: KeptPass): void {
  localStorage.setItem(place, JSON.stringify(pass));
}

export function forgetPass(): void {
  localStorage.removeItem(place);
}
