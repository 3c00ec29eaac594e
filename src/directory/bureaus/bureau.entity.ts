import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('bureau')
export class Bureau {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  name: string;

  @Column('text')
  regionId: string;

  @Column('timestamptz')
  createdAt: Date;
}
