import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('occupation')
export class Occupation {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  scheme: string;

  @Column('text')
  code: string;

  @Column('text')
  family: string;

  @Column('text')
  nameZh: string;

  @Column('text')
  nameEn: string;

  @Column('text', { nullable: true })
  isco08: string | null;

  @Column('text', { default: '' })
  pinyin: string;

  @Column('text', { default: '' })
  initials: string;
}
