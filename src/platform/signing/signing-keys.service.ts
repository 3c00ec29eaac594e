import { Injectable } from '@nestjs/common';
import {
  calculateJwkThumbprint,
  CompactSign,
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose';
import type { EntityManager } from 'typeorm';
import { Audit } from '../audit/audit.js';
import { type Viewer, system } from '../auth/viewer.js';
import { Clock } from '../clock/clock.js';
import { Database, rowsOf, type Tx } from '../database/database.js';
import { PersonalDataCipher } from '../personal-data/personal-data-cipher.js';
import { algorithm, type KeyOf, verifyCompact, type VerifiedJws } from './compact-jws.js';
import type { SealingKey } from './seal.js';

interface KeyRow {
  readonly kid: string;
  readonly public_jwk: JWK;
  readonly private_cipher: Buffer;
}

const kidShape = /^[\w-]{43}$/;

/** The key pairs of the installation. One signs; all that there ever were verify. */
@Injectable()
export class SigningKeys {
  private readonly publicKeys = new Map<string, JWK>();
  private readonly privateKeys = new Map<string, CryptoKey>();

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly cipher: PersonalDataCipher,
    private readonly audit: Audit,
  ) {}

  /** A compact JWS of the payload. `typ` says what it is for: it verifies as nothing else. */
  async sign(tx: Tx, typ: string, payload: object): Promise<string> {
    const { kid, privateKey } = await this.current(tx);
    return new CompactSign(Buffer.from(JSON.stringify(payload)))
      .setProtectedHeader({ alg: algorithm, typ, kid })
      .sign(privateKey);
  }

  /** What a compact JWS of ours says; undefined for anything forged, changed or made for something else. */
  async verify(tx: EntityManager, typ: string, jws: string): Promise<VerifiedJws | undefined> {
    return verifyCompact(jws, typ, (kid) => this.publicKey(tx, kid));
  }

  /** Every public key, newest first, as /.well-known/jwks.json shows them. */
  async jwks(): Promise<{ keys: JWK[] }> {
    await this.current();
    const rows = await this.db.rows<KeyRow>('SELECT kid, public_jwk FROM signing_key ORDER BY created_at DESC, kid');
    return { keys: rows.map(({ kid, public_jwk }) => ({ ...public_jwk, kid, alg: algorithm, use: 'sig' })) };
  }

  readonly keyOf: KeyOf = (kid) => this.publicKey(this.db.reader, kid);

  /** The key in use; the first call of an installation makes it, in the caller's transaction if there is one. */
  async current(tx?: Tx): Promise<SealingKey> {
    // Read each time: another process may have rotated it.
    const row =
      (await inUse(tx ?? this.db.reader)) ??
      (await (tx ? this.first(tx) : this.db.transaction((own) => this.first(own))));
    const known = this.privateKeys.get(row.kid);
    if (known) return { kid: row.kid, privateKey: known };
    const privateKey = await importJWK(JSON.parse(this.cipher.decrypt(row.private_cipher)) as JWK, algorithm);
    if (privateKey instanceof Uint8Array) throw new Error(`signing key ${row.kid} is no key pair`);
    this.privateKeys.set(row.kid, privateKey);
    return { kid: row.kid, privateKey };
  }

  /** Takes a new key into use. What older ones signed still verifies; their private halves are destroyed. */
  async rotate(viewer: Viewer = system): Promise<string> {
    return this.db.transaction(async (tx) => {
      await tx.query('LOCK TABLE signing_key IN SHARE ROW EXCLUSIVE MODE');
      await tx.query('UPDATE signing_key SET retired_at = $1, private_cipher = NULL WHERE retired_at IS NULL', [
        this.clock.now(),
      ]);
      const kid = await this.insert(tx);
      await this.audit.record(tx, viewer, {
        action: 'signing_key.rotate',
        subjectType: 'signing_key',
        subjectId: kid,
      });
      this.privateKeys.clear();
      return kid;
    });
  }

  private async publicKey(tx: EntityManager, kid: string): Promise<JWK | undefined> {
    const known = this.publicKeys.get(kid);
    if (known || !kidShape.test(kid)) return known;
    const [row] = await rowsOf<KeyRow>(tx, 'SELECT public_jwk FROM signing_key WHERE kid = $1', [kid]);
    if (row) this.publicKeys.set(kid, row.public_jwk);
    return row?.public_jwk;
  }

  /** Two processes may come here together: the second insert waits for the first, and then gives way. */
  private async first(tx: Tx): Promise<KeyRow> {
    await this.insert(tx);
    const row = await inUse(tx);
    if (!row) throw new Error('no signing key, though one was made');
    return row;
  }

  private async insert(tx: Tx): Promise<string> {
    const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true });
    const publicJwk = await exportJWK(publicKey);
    const kid = await calculateJwkThumbprint(publicJwk);
    await rowsOf(
      tx,
      `INSERT INTO signing_key (kid, public_jwk, private_cipher, created_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT ((true)) WHERE retired_at IS NULL DO NOTHING`,
      [
        kid,
        JSON.stringify(publicJwk),
        this.cipher.encrypt(JSON.stringify(await exportJWK(privateKey))),
        this.clock.now(),
      ],
    );
    return kid;
  }
}

async function inUse(tx: EntityManager): Promise<KeyRow | undefined> {
  const [row] = await rowsOf<KeyRow>(
    tx,
    'SELECT kid, public_jwk, private_cipher FROM signing_key WHERE retired_at IS NULL',
  );
  return row;
}
