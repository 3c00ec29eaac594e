import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WageUnit } from '../wage.js';
import type { SurplusListingState } from './surplus-listing.states.js';

/** Why workers are idle. */
export type SurplusReason = 'season' | 'stoppage' | 'surplus';

/** A lender's offer of workers for a period. */
@Entity('surplus_listing')
export class SurplusListing {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') lenderId: string;
  @Column('text') reason: SurplusReason;
  @Column('date') startsOn: string;
  @Column('date') endsOn: string;
  @Column('text') state: SurplusListingState;
  @Column({ type: 'timestamptz', insert: false, update: false }) createdAt: Date;
}

/** Head-counts first: so many heads of one skill on one set of conditions. */
@Entity('surplus_line')
export class SurplusLine {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') listingId: string;
  @Column('text') occupationId: string;
  @Column('smallint') level: number;
  @Column('int') headcount: number;
  @Column('int') wageFloorFen: number;
  @Column('text') wageUnit: WageUnit;
  @Column('char', { length: 3 }) currency: string;
  @Column('text') regionId: string;
  @Column('float8') latitude: number;
  @Column('float8') longitude: number;
  @Column('int') radiusM: number;
  @Column('int', { nullable: true }) relocationRadiusM: number | null;
  /** The lender's or the import's own reference. */
  @Column('text') reference: string;
}
