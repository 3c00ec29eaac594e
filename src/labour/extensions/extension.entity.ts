import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ExtensionState } from './extension.states.js';

/** A later end of a placement, proposed to all of its sides. */
@Entity('placement_extension')
export class PlacementExtension {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') placementId: string;
  @Column('uuid') workerId: string;
  @Column('uuid') hostId: string;
  @Column('uuid', { nullable: true }) lenderId: string | null;
  @Column('date') endsOn: string;
  @Column('text') proposedBy: 'host' | 'lender';
  @Column('uuid') accountId: string;
  @Column('text') state: ExtensionState;
  @Column('timestamptz', { nullable: true }) hostAgreedAt: Date | null;
  @Column('timestamptz', { nullable: true }) lenderAgreedAt: Date | null;
  @Column('timestamptz', { nullable: true }) workerAgreedAt: Date | null;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
}
