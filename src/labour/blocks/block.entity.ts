import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One side of a possible deal does not want to deal with the other. The other is not told. */
@Entity('block')
export class Block {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') workerId: string;
  @Column('uuid') enterpriseId: string;
  @Column('text') blockedBy: 'worker' | 'enterprise';
  @Column('timestamptz') createdAt: Date;
}
