import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Grade } from '../lots/grade.rules.js';
import type { MaterialRequestState } from './material-request.states.js';

export type MaterialPriority = 'normal' | 'urgent';

@Entity('material_request')
export class MaterialRequest {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') enterpriseId: string;
  /** The first is wanted, the others may stand in, the best first. */
  @Column('text', { array: true }) kindIds: string[];
  /** In base units of the wanted kind. */
  @Column('numeric') quantity: string;
  @Column('text') minimumGrade: Grade;
  @Column('boolean') acceptsSale: boolean;
  @Column('boolean') acceptsLoan: boolean;
  @Column('text') regionId: string;
  @Column('float8') latitude: number;
  @Column('float8') longitude: number;
  @Column('text') siteName: string;
  @Column('date') neededBy: string;
  @Column('int', { nullable: true }) ceilingFen: number | null;
  @Column('text') priority: MaterialPriority;
  @Column('boolean') splitAllowed: boolean;
  @Column('text') description: string;
  @Column('uuid', { nullable: true }) productionOrderId: string | null;
  @Column('text') state: MaterialRequestState;
  @Column('timestamptz') publishedAt: Date;
}
