import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MaterialReturnState } from './material-return.states.js';

/** A part of a loan that its borrower brings back. */
@Entity('material_return')
export class MaterialReturn {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') transferId: string;
  @Column('numeric') quantity: string;
  @Column('text') note: string;
  @Column('text') state: MaterialReturnState;
  @Column('numeric', { nullable: true }) acceptedQuantity: string | null;
  @Column('text', { nullable: true }) refusalReason: string | null;
  @Column('timestamptz') statedAt: Date;
  @Column('timestamptz', { nullable: true }) decidedAt: Date | null;
}
