import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A certificate that a worker's phone was given for a placement. */
@Entity('work_pass')
export class WorkPass {
  @PrimaryColumn('uuid') placementId: string;
  @PrimaryColumn('int') serial: number;
  @Column('text') thumbprint: string;
  @Column('text') certificate: string;
  @Column('timestamptz') issuedAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
}
