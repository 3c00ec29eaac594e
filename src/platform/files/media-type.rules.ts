/** Kinds of file that are kept; nothing that a browser could run as a page of ours. */
export type MediaType = 'image/png' | 'image/jpeg' | 'application/pdf';

const signatures: readonly (readonly [MediaType, Buffer])[] = [
  ['image/png', Buffer.from('89504e470d0a1a0a', 'hex')],
  ['image/jpeg', Buffer.from('ffd8ff', 'hex')],
  ['application/pdf', Buffer.from('%PDF-', 'latin1')],
];

/** What a file is by its first bytes, whatever its name says; undefined for anything that is not kept. */
export function mediaTypeOf(bytes: Buffer): MediaType | undefined {
  return signatures.find(([, signature]) => bytes.subarray(0, signature.length).equals(signature))?.[0];
}

const endings: Record<MediaType, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'application/pdf': 'pdf' };

/** The name that a file is downloaded under: ours, never the one that it was handed in with. */
export function downloadName(purpose: string, mediaType: MediaType): string {
  return `${purpose}.${endings[mediaType]}`;
}
