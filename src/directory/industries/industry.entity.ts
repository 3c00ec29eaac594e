import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('industry')
export class Industry {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  scheme: string;

  @Column('text')
  code: string;

  @Column('text', { nullable: true })
  parentId: string | null;

  @Column('text')
  nameZh: string;

  @Column('text')
  nameEn: string;
}
