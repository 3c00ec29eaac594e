import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import type { Language } from '../../platform/i18n/message.js';
import { nameIn } from '../taxonomies/taxonomy.view.js';
import type { Certificate } from './certificate.entity.js';

@ObjectType('Certificate', { description: '证书: a certificate that the law or a host asks for.' })
export class CertificateView {
  @Field(() => ID, { description: 'Its code.' })
  code: string;

  @Field({ description: 'The name in the caller’s language.' })
  name: string;

  @Field({ description: 'The Chinese name.' })
  nameZh: string;

  @Field({ description: 'The English name.' })
  nameEn: string;
}

export const CertificateConnection = ConnectionOf(CertificateView, 'Certificate');

export function toCertificateView(row: Certificate, language: Language): CertificateView {
  return { code: row.id, name: nameIn(row, language), nameZh: row.nameZh, nameEn: row.nameEn };
}
