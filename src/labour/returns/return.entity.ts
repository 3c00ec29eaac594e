import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Party } from '../placements/placement-party.rules.js';
import type { ReturnReason } from './return.rules.js';
import type { ReturnState } from './return.states.js';

/** A wish that a placement end before its time, and what became of it. */
@Entity('placement_return')
export class PlacementReturn {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') placementId: string;
  @Column('uuid') workerId: string;
  @Column('uuid') hostId: string;
  @Column('uuid', { nullable: true }) lenderId: string | null;
  @Column('text') regionId: string;
  @Column('text') requestedBy: Party;
  @Column('uuid') accountId: string;
  @Column('text') reason: ReturnReason;
  @Column('text') note: string;
  @Column('text') evidence: string;
  @Column('text') state: ReturnState;
  @Column('timestamptz', { nullable: true }) hostAgreedAt: Date | null;
  @Column('timestamptz', { nullable: true }) lenderAgreedAt: Date | null;
  @Column('timestamptz', { nullable: true }) workerAgreedAt: Date | null;
  @Column('timestamptz', { nullable: true }) expiresAt: Date | null;
  @Column('date', { nullable: true }) effectiveOn: string | null;
  @Column('timestamptz', { nullable: true }) objectedAt: Date | null;
  @Column('text') objection: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
}

/** A lent worker who comes back: the lender places them (R22). */
@Entity('worker_return')
export class WorkerReturn {
  /** The placement that ended. */
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') workerId: string;
  @Column('uuid') lenderId: string;
  @Column('date') returnsOn: string;
  @Column('text') reason: string;
  @Column('timestamptz', { nullable: true }) acknowledgedAt: Date | null;
}
