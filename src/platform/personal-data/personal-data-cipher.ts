import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';

const nonceBytes = 12;
const tagBytes = 16;

/** Encrypts personal data at rest (AES-256-GCM) and makes the keyed blind index it is looked up by. */
@Injectable()
export class PersonalDataCipher {
  private readonly encryptionKey: Buffer;
  private readonly indexKey: Buffer;

  constructor(config: Config) {
    const root = Buffer.from(config.personalDataKey, 'hex');
    this.encryptionKey = Buffer.from(hkdfSync('sha256', root, '', 'gongji personal data', 32));
    this.indexKey = Buffer.from(hkdfSync('sha256', root, '', 'gongji blind index', 32));
  }

  /** nonce (12 bytes) + tag (16 bytes) + ciphertext. */
  encrypt(plain: string): Buffer {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', this.encryptionKey, nonce);
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  }

  /** Throws when the bytes were changed or made under another key. */
  decrypt(bytes: Buffer): string {
    const decipher = createDecipheriv('aes-256-gcm', this.encryptionKey, bytes.subarray(0, nonceBytes));
    decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    return decipher.update(bytes.subarray(nonceBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
  }

  /** The same text always gives the same 32 bytes; without the key nothing can be learned from them. */
  blindIndex(plain: string): Buffer {
    return createHmac('sha256', this.indexKey).update(plain).digest();
  }
}
