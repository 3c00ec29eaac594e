import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WorkFilters } from './saved-search.rules.js';

/** A search for work that a worker keeps. */
@Entity('saved_search')
export class SavedSearch {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') workerId: string;
  @Column('text') name: string;
  @Column('jsonb') filters: WorkFilters;
  /** What the words of the filters name, or else may mean. */
  @Column('text', { array: true }) occupationIds: string[];
  @Column('boolean') alerts: boolean;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') lookedAt: Date;
  @Column('timestamptz', { nullable: true }) alertedAt: Date | null;
}
