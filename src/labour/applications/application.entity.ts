import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ApplicationState = 'submitted' | 'taken' | 'declined' | 'withdrawn';

@Entity('application')
export class Application {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') needId: string;
  @Column('uuid') workerId: string;
  @Column('text') kind: 'direct' | 'interest';
  @Column('uuid', { nullable: true }) employerId: string | null;
  @Column('text') state: ApplicationState;
  @Column('text') note: string;
  @Column({ type: 'timestamptz', insert: false, update: false }) createdAt: Date;
}
