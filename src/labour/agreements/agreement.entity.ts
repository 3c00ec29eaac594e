import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '../../platform/i18n/message.js';
import type { AgreementState } from './agreement.states.js';
import type { AgreementTerms } from './terms.js';

export type AgreementKind = 'cooperation' | 'amendment' | 'termination';

@Entity('agreement')
export class Agreement {
  @PrimaryColumn('uuid') id: string;
  /** Given by the database. */
  @Column({ type: 'text', insert: false, update: false }) number: string;
  @Column('text') kind: AgreementKind;
  @Column('uuid', { nullable: true }) parentId: string | null;
  @Column('uuid', { nullable: true }) needId: string | null;
  @Column('uuid') hostId: string;
  @Column('uuid') lenderId: string;
  @Column('text') regionId: string;
  @Column('text') state: AgreementState;
  @Column('int') version: number;
  @Column('date') startsOn: string;
  @Column('date') endsOn: string;
  @Column('int') headcount: number;
  @Column('text', { nullable: true }) contentHash: string | null;
  @Column({ type: 'timestamptz', insert: false, update: false }) createdAt: Date;
  @Column('timestamptz', { nullable: true }) issuedAt: Date | null;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) signedAt: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}

@Entity('agreement_terms')
export class TermsVersion {
  @PrimaryColumn('uuid') agreementId: string;
  @PrimaryColumn('int') version: number;
  @Column('uuid') authorId: string;
  @Column('uuid') accountId: string;
  @Column('jsonb') terms: AgreementTerms;
  @Column('text') note: string;
  @Column({ type: 'timestamptz', insert: false, update: false }) createdAt: Date;
}

@Entity('agreement_comment')
export class AgreementComment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') agreementId: string;
  @Column('int') version: number;
  @Column('uuid') authorId: string;
  @Column('uuid') accountId: string;
  @Column('text', { nullable: true }) clause: string | null;
  @Column('text') body: string;
  @Column({ type: 'timestamptz', insert: false, update: false }) createdAt: Date;
}

@Entity('agreement_signature')
export class AgreementSignature {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') agreementId: string;
  @Column('uuid') partyId: string;
  @Column('uuid') accountId: string;
  @Column('text') name: string;
  @Column('text') title: string;
  @Column('text') contentHash: string;
  @Column('timestamptz') signedAt: Date;
}

/** The paper; `issued` for reading, `sealed` with both signatures and the service's seal. */
@Entity('agreement_document')
export class AgreementDocument {
  @PrimaryColumn('uuid') agreementId: string;
  @PrimaryColumn('text') stage: 'issued' | 'sealed';
  @PrimaryColumn('text') language: Language;
  @Column('bytea') pdf: Buffer;
  @Column('text') sha256: string;
  @Column('text', { nullable: true }) seal: string | null;
  @Column({ type: 'timestamptz', insert: false, update: false }) createdAt: Date;
}
