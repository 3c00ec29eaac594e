import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Grade, Terms } from './grade.rules.js';
import type { MaterialLotState } from './material-lot.states.js';

/** Quantities are decimals in base units, as strings; what is left of them only the ledger says. */
@Entity('material_lot')
export class MaterialLot {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') enterpriseId: string;
  @Column('text') kindId: string;
  @Column('numeric') quantity: string;
  @Column('text') grade: Grade;
  @Column('text') regionId: string;
  @Column('float8') latitude: number;
  @Column('float8') longitude: number;
  @Column('text') siteName: string;
  @Column('text') terms: Terms;
  @Column('int', { nullable: true }) priceFen: number | null;
  @Column('text', { nullable: true }) priceUnit: string | null;
  @Column('numeric', { nullable: true }) priceFactor: string | null;
  @Column('smallint', { nullable: true }) loanDays: number | null;
  @Column('date') availableUntil: string;
  @Column('numeric') minimumTake: string;
  @Column('smallint') tolerancePercent: number;
  @Column('text') description: string;
  /** Images of its quality certificates, the first first. */
  @Column('uuid', { array: true, default: [] }) certificateFileIds: string[];
  @Column('text') state: MaterialLotState;
  @Column('timestamptz') publishedAt: Date;
}
