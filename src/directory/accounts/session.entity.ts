import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A family of refresh tokens, of which one at a time is unspent. */
@Entity('session')
export class Session {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') accountId: string;
  /** Of a browser's cookie; such a session has no tokens. */
  @Column('bytea', { nullable: true }) cookieHash: Buffer | null;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
}

@Entity('refresh_token')
export class RefreshToken {
  @PrimaryColumn('bytea') tokenHash: Buffer;
  @Column('uuid') sessionId: string;
  @Column('timestamptz', { nullable: true }) spentAt: Date | null;
}
