import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AttributeBound } from '../processes/process.rules.js';
import type { CapacityRequestState } from './request.states.js';

export type OperatorNeed = 'yes' | 'no' | 'either';

@Entity('capacity_request')
export class CapacityRequest {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') enterpriseId: string;
  @Column('text') reference: string;
  @Column('text') regionId: string;
  @Column('float8') latitude: number;
  @Column('float8') longitude: number;
  @Column('date') earliestStart: string;
  @Column('date') dueDate: string;
  @Column('int', { nullable: true }) maxDistanceM: number | null;
  @Column('int', { nullable: true }) maxFenPerHour: number | null;
  @Column('char', { length: 3 }) currency: string;
  @Column('boolean') splitAllowed: boolean;
  @Column('boolean') allOrNothing: boolean;
  @Column('uuid', { nullable: true }) productionOrderId: string | null;
  @Column('text') note: string;
  @Column('text') state: CapacityRequestState;
  @Column('timestamptz') publishedAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}

@Entity('capacity_request_step')
export class CapacityRequestStep {
  @PrimaryColumn('uuid') requestId: string;
  @PrimaryColumn('smallint') step: number;
  @Column('text') processId: string;
  @Column('int') minutes: number;
  @Column('jsonb') attributes: AttributeBound[];
  @Column('text') needsOperators: OperatorNeed;
  @Column('smallint', { nullable: true }) transportDays: number | null;
}
