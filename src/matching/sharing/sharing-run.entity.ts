import { Column, Entity, PrimaryColumn } from 'typeorm';

const fen = { from: (value: string): number => Number(value), to: (value: number): number => value };

export type SharingLeg = 'materials' | 'capacity';

@Entity('sharing_run')
export class SharingRun {
  @PrimaryColumn('uuid') id: string;
  @Column('text') leg: SharingLeg;
  @Column('timestamptz') readAt: Date;
  @Column('int') requests: number;
  @Column('int') offers: number;
  @Column('int') edges: number;
  @Column('int') met: number;
  @Column('int') partlyMet: number;
  @Column('bigint', { transformer: fen }) costFen: number;
  @Column('float8') gap: number;
  @Column('boolean') isProven: boolean;
  @Column('int') kept: number;
  @Column('int') added: number;
  @Column('int') withdrawn: number;
  @Column('jsonb') timingsMs: Record<string, number>;
}
