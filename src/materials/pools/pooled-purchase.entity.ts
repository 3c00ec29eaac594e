import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Tier } from './pooled-purchase.rules.js';
import type { PooledPurchaseState } from './pooled-purchase.states.js';

const fen = {
  from: (value: string | null): number | null => (value === null ? null : Number(value)),
  to: (value: number | null): number | null => value,
};

/** Quantities are decimals in the pool's own unit, as strings. */
@Entity('pooled_purchase')
export class PooledPurchase {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') organiserId: string;
  @Column('text') kindId: string;
  @Column('text') unit: string;
  @Column('smallint') decimals: number;
  @Column('jsonb') tiers: Tier[];
  @Column('numeric') threshold: string;
  @Column('date') closesOn: string;
  @Column('text') supplierName: string;
  @Column('text') regionId: string;
  @Column('float8') latitude: number;
  @Column('float8') longitude: number;
  @Column('text') siteName: string;
  @Column('text') description: string;
  @Column('text') state: PooledPurchaseState;
  @Column('timestamptz') openedAt: Date;
  @Column('int', { nullable: true }) fenPerUnit: number | null;
  @Column('timestamptz', { nullable: true }) committedAt: Date | null;
  @Column('numeric', { nullable: true }) arrived: string | null;
  @Column('bigint', { nullable: true, transformer: fen }) invoiceFen: number | null;
  @Column('timestamptz', { nullable: true }) arrivedAt: Date | null;
}

@Entity('pooled_purchase_member')
export class PooledPurchaseMember {
  @PrimaryColumn('uuid') poolId: string;
  @PrimaryColumn('uuid') enterpriseId: string;
  @Column('numeric') quantity: string;
  @Column('numeric', { nullable: true }) allocated: string | null;
  @Column('bigint', { nullable: true, transformer: fen }) costFen: number | null;
  @Column('timestamptz') joinedAt: Date;
}
