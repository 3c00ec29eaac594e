import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import type { Language } from '../../platform/i18n/message.js';
import type { Certificate } from '../certificates/certificate.entity.js';
import { CertificateView, toCertificateView } from '../certificates/certificate.view.js';
import type { Occupation } from '../occupations/occupation.entity.js';
import { OccupationView, skillLevels, toOccupationView } from '../occupations/occupation.view.js';
import type { WorkerProfile } from './worker-profile.service.js';
import type { WorkerCertificate, WorkerSkill } from './worker.entity.js';

@ObjectType('WorkerSkill', { description: 'An occupation that a worker has, and how well.' })
export class WorkerSkillView {
  @Field(() => OccupationView, { description: 'The occupation.' })
  occupation: OccupationView;

  @Field(() => Int, { description: `The skill level: ${skillLevels}.` })
  level: number;
}

@ObjectType('WorkerCertificate', { description: 'A certificate that a worker holds.' })
export class WorkerCertificateView {
  @Field(() => CertificateView, { description: 'The certificate.' })
  certificate: CertificateView;

  @Field(() => LocalDateScalar, { description: 'The last day it is valid.' })
  validUntil: string;
}

@ObjectType('WorkerProfile', {
  description: '员工本人的资料: what the platform keeps of a worker, as the worker sees it.',
})
export class WorkerProfileView {
  @Field(() => ID, { description: 'The worker’s id.' })
  id: string;

  @Field({ description: 'The name.' })
  name: string;

  @Field({ description: 'The mobile phone, E.164.' })
  phone: string;

  @Field(() => Int, { description: 'The year of birth.' })
  birthYear: number;

  @Field({ description: 'The resident ID number, all but a few characters masked.' })
  maskedIdNumber: string;

  @Field(() => Float, { description: 'Latitude of the worker’s place in degrees (WGS 84).' })
  latitude: number;

  @Field(() => Float, { description: 'Longitude of the worker’s place in degrees (WGS 84).' })
  longitude: number;

  @Field(() => Int, { nullable: true, description: 'Mean rating by hosts, 0 to 100; null before the first.' })
  rating: number | null;

  regionId: string;

  homeEnterpriseId: string | null;
}

export function toWorkerProfileView({ worker, person, maskedIdNumber }: WorkerProfile): WorkerProfileView {
  const { id, latitude, longitude, rating, regionId, homeEnterpriseId } = worker;
  const { name, phone, birthYear } = person;
  return { id, name, phone, birthYear, maskedIdNumber, latitude, longitude, rating, regionId, homeEnterpriseId };
}

export function toWorkerSkillView({ level }: WorkerSkill, occupation: Occupation, language: Language): WorkerSkillView {
  return { occupation: toOccupationView(occupation, language), level };
}

export function toWorkerCertificateView(
  { validUntil }: WorkerCertificate,
  certificate: Certificate,
  language: Language,
): WorkerCertificateView {
  return { certificate: toCertificateView(certificate, language), validUntil };
}
