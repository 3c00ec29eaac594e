import { Injectable } from '@nestjs/common';
import type { BatchLoad } from '../auth/request-context.js';
import { Clock } from '../clock/clock.js';
import { Database, rowsOf, type Tx } from '../database/database.js';
import { sha256Of } from '../digest/digest.js';
import { refuse } from '../errors/index.js';
import { newId } from '../ids/ids.js';
import { fileMessages } from './file.messages.js';
import type { MediaType } from './media-type.rules.js';
import type { UploadedFile } from './uploaded-file.js';

/** Whose a file is, and what for. */
export interface FileOwner {
  readonly ownerKind: string;
  readonly ownerId: string;
  readonly purpose: string;
}

/** What there is to know of a file without its bytes. */
export interface FileFacts extends FileOwner {
  readonly id: string;
  readonly mediaType: MediaType;
  readonly byteCount: number;
  readonly sha256: string;
  readonly createdAt: Date;
}

const columns = `id, owner_kind AS "ownerKind", owner_id AS "ownerId", purpose, media_type AS "mediaType",
  length(bytes) AS "byteCount", sha256, created_at AS "createdAt"`;

/** One owner hands in that many files for one purpose, and no more. */
const maxFiles = 20;

/** Small files that were handed in. Who may read one is for its owner's module to decide. */
@Injectable()
export class StoredFiles {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Keeps a file, in the caller's transaction; the same bytes again are the same file. Returns its id. */
  async keep(tx: Tx, owner: FileOwner, { bytes, mediaType }: UploadedFile, accountId: string): Promise<string> {
    const { ownerKind, ownerId, purpose } = owner;
    const sha256 = sha256Of(bytes);
    const kept = await rowsOf<{ id: string; sha256: string }>(
      tx,
      'SELECT id, sha256 FROM stored_file WHERE owner_kind = $1 AND owner_id = $2 AND purpose = $3',
      [ownerKind, ownerId, purpose],
    );
    const same = kept.find((file) => file.sha256 === sha256);
    if (same) return same.id;
    const isFull = kept.length >= maxFiles;
    refuse(isFull ? { code: 'CONFLICT', message: fileMessages.tooMany, params: { max: maxFiles } } : undefined);
    const id = newId();
    await tx.query(
      `INSERT INTO stored_file (id, owner_kind, owner_id, purpose, media_type, bytes, sha256, created_at, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, ownerKind, ownerId, purpose, mediaType, bytes, sha256, this.clock.now(), accountId],
    );
    return id;
  }

  readonly byIds: BatchLoad<FileFacts> = async (ids) => {
    const rows = await this.db.rows<FileFacts>(`SELECT ${columns} FROM stored_file WHERE id = ANY($1)`, [ids]);
    return new Map(rows.map((row) => [row.id, row]));
  };

  /** The bytes of a file that the caller has been found to be allowed to read. */
  async bytesOf(id: string): Promise<Buffer | undefined> {
    const [row] = await this.db.rows<{ bytes: Buffer }>('SELECT bytes FROM stored_file WHERE id = $1', [id]);
    return row?.bytes;
  }
}
