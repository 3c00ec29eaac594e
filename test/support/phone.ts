import { type webcrypto, createHash } from 'node:crypto';

const { subtle } = globalThis.crypto;
const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** A worker's phone: its key, and the codes that it shows. What a browser does is written out here once more, on purpose. */
export class Phone {
  private constructor(
    readonly deviceKey: string,
    private readonly privateKey: webcrypto.CryptoKey,
  ) {}

  static async buy(): Promise<Phone> {
    const { publicKey, privateKey } = await subtle.generateKey(algorithm, false, ['sign', 'verify']);
    const { kty, crv, x, y } = await subtle.exportKey('jwk', publicKey);
    return new Phone(JSON.stringify({ kty, crv, x, y }), privateKey);
  }

  /** The pass that the phone shows at `at`. */
  async show(certificate: string, at: Date): Promise<string> {
    const time = Math.floor(at.getTime() / 1_000).toString(36);
    const hash = createHash('sha256').update(certificate).digest('base64url');
    const signature = await subtle.sign(
      { name: 'ECDSA', hash: 'SHA-256' },
      this.privateKey,
      Buffer.from(`GJ1.${hash}.${time}`),
    );
    return `GJ1.${certificate}.${time}.${Buffer.from(signature).toString('base64url')}`;
  }
}
