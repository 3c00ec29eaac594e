import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BaseUnit, UnitOfKind } from './unit.rules.js';

export type MaterialFamily = 'fibre' | 'metal' | 'coating' | 'packaging' | 'timber' | 'textile' | 'fitting' | 'other';

/** One line of what a kind is: its diameter, its alloy. */
export interface SpecificationLine {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly value: string;
}

@Entity('material_kind')
export class MaterialKind {
  /** Its code. */
  @PrimaryColumn('text') id: string;
  @Column('text') nameZh: string;
  @Column('text') nameEn: string;
  @Column('text') family: MaterialFamily;
  @Column('text') baseUnit: BaseUnit;
  @Column('smallint') decimals: number;
  @Column('jsonb') specification: SpecificationLine[];
  @Column('jsonb') conversions: UnitOfKind[];
  /** Whether it came with the product. */
  @Column('boolean') shipped: boolean;
  @Column('timestamptz', { nullable: true }) retiredAt: Date | null;
}
