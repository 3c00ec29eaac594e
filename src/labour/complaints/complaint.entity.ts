import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ComplaintKind } from './complaint.rules.js';
import type { ComplaintState } from './complaint.states.js';

/** A word to the bureau: about a placement, an enterprise, or a post. */
@Entity('complaint')
export class Complaint {
  @PrimaryColumn('uuid') id: string;
  /** Who wrote it. */
  @Column('uuid') accountId: string;
  /** The complaining party: one of the two, or neither for a post. */
  @Column('uuid', { nullable: true }) workerId: string | null;
  @Column('uuid', { nullable: true }) enterpriseId: string | null;
  @Column('uuid') againstId: string;
  @Column('uuid', { nullable: true }) placementId: string | null;
  @Column('uuid', { nullable: true }) needId: string | null;
  /** Decides which bureaus are asked. */
  @Column('text') regionId: string;
  @Column('text') kind: ComplaintKind;
  @Column('text') text: string;
  /** Whether the other side may see it, and whose it is. */
  @Column('boolean') isOpen: boolean;
  @Column('text') state: ComplaintState;
  @Column('text') answer: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
}

/** One step of a complaint; never rewritten. */
@Entity('complaint_step')
export class ComplaintStep {
  @PrimaryColumn('uuid') complaintId: string;
  @PrimaryColumn('int') position: number;
  @Column('text') state: ComplaintState;
  @Column('text') note: string;
  @Column('boolean') isByBureau: boolean;
  @Column('timestamptz') at: Date;
}
