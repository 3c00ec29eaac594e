import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Scope } from '../../platform/auth/viewer.js';

@Entity('api_key')
export class ApiKey {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') enterpriseId: string;
  @Column('uuid') createdBy: string;
  @Column('text') name: string;
  @Column('text', { array: true }) scopes: Scope[];
  @Column('bytea') secretHash: Buffer;
  @Column({ type: 'timestamptz', insert: false, update: false }) createdAt: Date;
  @Column('timestamptz', { nullable: true }) lastUsedAt: Date | null;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
}
