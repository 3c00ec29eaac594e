import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '../../platform/i18n/message.js';

@Entity('capacity_feed')
export class CapacityFeed {
  @PrimaryColumn('uuid') enterpriseId: string;
  @Column('bytea') tokenHash: Buffer;
  @Column('text') language: Language;
  @Column('timestamptz') createdAt: Date;
}
