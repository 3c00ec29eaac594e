import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('certificate')
export class Certificate {
  /** Certificates have no schemes: the code is the id. */
  @PrimaryColumn('text', { name: 'code' })
  id: string;

  @Column('text')
  nameZh: string;

  @Column('text')
  nameEn: string;
}
