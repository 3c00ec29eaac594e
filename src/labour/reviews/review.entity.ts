import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReviewKind } from './review.rules.js';
import type { ReviewState } from './review.states.js';

/** What one side of a placement says of another. Which scores there are follows from its kind. */
@Entity('review')
export class Review {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') placementId: string;
  @Column('text') kind: ReviewKind;
  @Column('uuid') workerId: string;
  @Column('uuid') hostId: string;
  @Column('uuid', { nullable: true }) lenderId: string | null;
  @Column('smallint', { nullable: true }) punctuality: number | null;
  @Column('smallint', { nullable: true }) skill: number | null;
  @Column('smallint', { nullable: true }) safety: number | null;
  @Column('smallint', { nullable: true }) termsKept: number | null;
  @Column('smallint', { nullable: true }) respect: number | null;
  @Column('smallint', { nullable: true }) paidOnTime: number | null;
  @Column('smallint', { nullable: true }) again: number | null;
  @Column('text') text: string;
  @Column('text') state: ReviewState;
  /** When it is published at the latest. */
  @Column('timestamptz') publishAt: Date;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) publishedAt: Date | null;
  @Column('text') reply: string;
  @Column('timestamptz', { nullable: true }) repliedAt: Date | null;
  @Column('text') appeal: string;
  @Column('timestamptz', { nullable: true }) appealedAt: Date | null;
  @Column('text') decisionNote: string;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
}
