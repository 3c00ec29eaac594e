import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('labour_market')
export class LabourMarket {
  @PrimaryColumn('uuid') id: string;
  @Column('text') nameZh: string;
  @Column('text') nameEn: string;
}
