import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Vehicle } from './bus-plan.js';

export type TransportDirection = 'out' | 'home';
export type TransportPlanState = 'queued' | 'running' | 'planned' | 'failed' | 'published' | 'cancelled';

/** What a plan came to. */
export interface TransportOutcome {
  readonly heads: number;
  readonly seated: number;
  /** For whom there is no vehicle, or no home that is known. */
  readonly left: number;
  readonly costFen: number;
  /** If each group of the same way had a vehicle of its own. */
  readonly aloneFen: number;
  readonly boundFen: number;
  readonly routes: number;
  readonly km: number;
}

@Entity('transport_plan')
export class TransportPlan {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') bureauId: string;
  @Column('date') day: string;
  @Column('text') direction: TransportDirection;
  @Column('text') originId: string;
  @Column('text') destinationId: string;
  @Column('smallint') minute: number;
  @Column('int') walkM: number;
  @Column('smallint') kmPerHour: number;
  @Column('jsonb') vehicles: Vehicle[];
  @Column('uuid') accountId: string;
  @Column('text') state: TransportPlanState;
  @Column('timestamptz') requestedAt: Date;
  @Column('timestamptz', { nullable: true }) finishedAt: Date | null;
  @Column('jsonb', { nullable: true }) outcome: TransportOutcome | null;
}

@Entity('transport_trip')
export class TransportTrip {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') planId: string;
  @Column('smallint') nth: number;
  @Column('text') vehicle: string;
  @Column('smallint') seats: number;
  @Column('int') costFen: number;
  @Column('float8') km: number;
}

@Entity('transport_stop')
export class TransportStop {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') tripId: string;
  @Column('smallint') nth: number;
  @Column('text') kind: 'home' | 'work';
  @Column('text') name: string;
  @Column('float8') latitude: number;
  @Column('float8') longitude: number;
  @Column('smallint') minute: number;
}

export type TransportSeatState = 'foreseen' | 'asked' | 'taken' | 'declined' | 'void';

@Entity('transport_seat')
export class TransportSeat {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') tripId: string;
  @Column('uuid') placementId: string;
  @Column('uuid') workerId: string;
  @Column('text') direction: TransportDirection;
  @Column('uuid') boardsAt: string;
  @Column('uuid') leavesAt: string;
  @Column('text') state: TransportSeatState;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
}
