import { Column, Entity, PrimaryColumn } from 'typeorm';

export const regionLevels = ['country', 'province', 'prefecture', 'county', 'township', 'custom'] as const;
export type RegionLevel = (typeof regionLevels)[number];

@Entity('region')
export class Region {
  @PrimaryColumn('text')
  id: string;

  @Column('text')
  scheme: string;

  @Column('text')
  code: string;

  @Column('text', { nullable: true })
  parentId: string | null;

  @Column('text')
  level: RegionLevel;

  @Column('text')
  nameZh: string;

  @Column('text')
  nameEn: string;

  @Column('double precision', { nullable: true })
  latitude: number | null;

  @Column('double precision', { nullable: true })
  longitude: number | null;
}
