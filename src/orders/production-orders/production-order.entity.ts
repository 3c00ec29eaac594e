import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Leg, OrderWageUnit, Terms } from '../requirement.js';
import type { ProductionOrderState } from './production-order.states.js';

const fen = { from: (value: string): number => Number(value), to: (value: number): number => value };

export type MissCause = 'labour' | 'material' | 'capacity' | 'other';

@Entity('production_order')
export class ProductionOrder {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') enterpriseId: string;
  @Column('text') reference: string;
  @Column('text') product: string;
  @Column('numeric') quantity: string;
  @Column('bigint', { transformer: fen }) valueFen: number;
  @Column('text') customer: string;
  @Column('text') regionId: string;
  @Column('float8') latitude: number;
  @Column('float8') longitude: number;
  @Column('date') earliestStart: string;
  @Column('date') dueDate: string;
  @Column('uuid', { nullable: true }) recipeId: string | null;
  @Column('int', { nullable: true }) recipeVersion: number | null;
  @Column('text') state: ProductionOrderState;
  @Column('timestamptz') placedAt: Date;
  @Column('date', { nullable: true }) deliveredOn: string | null;
  @Column('numeric', { nullable: true }) deliveredQuantity: string | null;
  @Column('text', { nullable: true }) missedBecause: MissCause | null;
  @Column('timestamptz', { nullable: true }) riskToldAt: Date | null;
}

@Entity('order_requirement')
export class OrderRequirement {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') orderId: string;
  @Column('smallint') position: number;
  @Column('text') leg: Leg;
  @Column('text') thingId: string;
  @Column('numeric') quantity: string;
  @Column('numeric') ownQuantity: string;
  @Column('date') startsOn: string;
  @Column('date') endsOn: string;
  @Column('smallint', { nullable: true }) minLevel: number | null;
  @Column('text', { nullable: true }) minimumGrade: Terms['minimumGrade'];
  @Column('int', { nullable: true }) ceilingFen: number | null;
  @Column('text', { nullable: true }) wageUnit: OrderWageUnit | null;
}

@Entity('order_allocation')
export class OrderAllocation {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') requirementId: string;
  @Column('uuid', { nullable: true }) transferId: string | null;
  @Column('uuid', { nullable: true }) bookingId: string | null;
  @Column('uuid', { nullable: true }) needId: string | null;
  @Column('timestamptz') createdAt: Date;
}
