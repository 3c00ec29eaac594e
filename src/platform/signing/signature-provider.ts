import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { checkSeal, makeSeal, type SealClaims, type SealFacts } from './seal.js';
import { SigningKeys } from './signing-keys.service.js';

/** Who seals papers. An installation may put a trust service in this place; what follows is the built-in one. */
export abstract class SignatureProvider {
  /** A text to keep beside the bytes, by which any change of them, or of the claims, is found out. */
  abstract seal(bytes: Uint8Array, claims: SealClaims): Promise<string>;
  /** What the seal says of these bytes; undefined when they are not what was sealed. */
  abstract verify(bytes: Uint8Array, seal: string): Promise<SealFacts | undefined>;
}

/** Seals with the installation's own keys. */
@Injectable()
export class InstallationSeals extends SignatureProvider {
  constructor(
    private readonly keys: SigningKeys,
    private readonly clock: Clock,
  ) {
    super();
  }

  async seal(bytes: Uint8Array, claims: SealClaims): Promise<string> {
    return makeSeal(bytes, claims, await this.keys.current(), this.clock.now());
  }

  async verify(bytes: Uint8Array, seal: string): Promise<SealFacts | undefined> {
    return checkSeal(bytes, seal, this.keys.keyOf);
  }
}
