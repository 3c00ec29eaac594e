import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Personal data lives apart, so that no read of workers ever touches it. */
@Entity('worker_person')
export class WorkerPerson {
  @PrimaryColumn('uuid')
  workerId: string;

  @Column('text')
  name: string;

  /** E.164. */
  @Column('text')
  phone: string;

  @Column('smallint')
  birthYear: number;

  @Column('bytea', { select: false })
  idNumberCipher: Buffer;

  /** Keyed digest of the ID number: finds it without decrypting anything. */
  @Column('bytea', { select: false })
  idNumberIndex: Buffer;

  /** SHA-256 of the code that lets the person take over this record, once. */
  @Column('bytea', { nullable: true, select: false })
  claimCodeHash: Buffer | null;
}
