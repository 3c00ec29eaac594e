/** Placeholder until merged. */
export abstract class SignatureProvider {
  abstract seal(bytes: Uint8Array, claims: Readonly<Record<string, unknown>>): Promise<string>;
}
