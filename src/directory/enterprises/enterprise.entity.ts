import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EnterpriseSize } from './enterprise-size.js';
import type { Verification } from './enterprise.states.js';

@Entity('enterprise')
export class Enterprise {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  registrationScheme: string;

  @Column('text')
  registrationCode: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  industryId: string | null;

  /** As the enterprise states it; null where it has not. */
  @Column('text', { nullable: true })
  size: EnterpriseSize | null;

  @Column('text')
  regionId: string;

  @Column('text', { default: '' })
  address: string;

  @Column('double precision')
  latitude: number;

  @Column('double precision')
  longitude: number;

  @Column('text', { default: 'submitted' })
  verification: Verification;

  @Column('text', { nullable: true })
  verificationNote: string | null;

  /** 法定代表人, as the enterprise states it; empty where it has not. */
  @Column('text', { default: '' })
  legalRepresentative: string;

  /** 经办人: who deals for it here. */
  @Column('text', { default: '' })
  handlerName: string;

  /** The image of its licence that it handed in last. */
  @Column('uuid', { nullable: true })
  licenceFileId: string | null;

  @Column('timestamptz')
  createdAt: Date;

  /** When it last asked to be verified. */
  @Column('timestamptz')
  submittedAt: Date;
}
