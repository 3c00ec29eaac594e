import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WorkHazard } from './restriction.rules.js';

/** Work that a worker states is not for them: what is barred, never why. */
@Entity('worker_restriction')
export class WorkerRestriction {
  @PrimaryColumn('uuid') workerId: string;
  @Column('text', { array: true }) hazards: WorkHazard[];
  @Column('date', { nullable: true }) until: string | null;
  @Column('timestamptz') statedAt: Date;
}
