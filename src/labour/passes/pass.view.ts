import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LocalDateScalar } from '../../platform/graphql/scalars.js';
import { type Language, render } from '../../platform/i18n/message.js';
import type { CheckStep } from '../attendance/attendance-check.service.js';
import type { WorkPass } from './pass.entity.js';
import { ScanDirectionEnum } from './pass.input.js';
import { type PassProblem, passProblemMessages } from './pass.messages.js';
import type { LookedAtPass, ScannedPass } from './pass-gate.service.js';

const codes = Object.keys(passProblemMessages) as PassProblem[];
export const PassProblemEnum = Object.fromEntries(codes.map((code) => [code, code])) as Record<
  PassProblem,
  PassProblem
>;
registerEnumType(PassProblemEnum, {
  name: 'WorkPassProblemCode',
  description: 'Why a work pass does not hold.',
  valuesMap: Object.fromEntries(codes.map((code) => [code, { description: passProblemMessages[code].en }])),
});

@ObjectType('WorkPass', { description: '上岗码: what your phone makes work passes with, for one placement.' })
export class WorkPassView {
  @Field(() => ID, { description: 'The placement that it is for.' }) placementId: string;
  @Field({ description: 'The certificate: a compact JWS of this installation.' }) certificate: string;
  @Field(() => Date, { description: 'When it was issued, by the server’s clock.' }) issuedAt: Date;
  @Field(() => Date, { description: 'When it ends; ask for another before.' }) expiresAt: Date;
  @Field({ description: 'What a QR code says before the `#` and the pass.' }) gateUrl: string;
}

@ObjectType('WorkPassProblem', { description: 'Why a work pass does not hold.' })
export class WorkPassProblemView {
  @Field(() => PassProblemEnum, { description: 'Which problem.' }) code: PassProblem;
  @Field({ description: 'The same in words, in your language.' }) message: string;
}

@ObjectType('WorkPassCheck', {
  description: 'Whether a work pass holds now, and what it says. Nothing is said of one that does not hold.',
})
export class WorkPassCheckView {
  @Field({ description: 'Whether it holds.' }) valid: boolean;
  @Field(() => WorkPassProblemView, { nullable: true, description: 'Why it does not.' })
  problem: WorkPassProblemView | null;
  @Field(() => String, { nullable: true, description: 'The worker’s name, masked: `林*竹`.' }) initials: string | null;
  @Field(() => String, { nullable: true, description: 'What they are placed to do.' }) occupation: string | null;
  @Field(() => String, { nullable: true, description: 'The host’s own reference of the need.' })
  needReference: string | null;
  @Field(() => String, { nullable: true, description: 'Where they are placed.' }) hostName: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day.' }) startsOn: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day.' }) endsOn: string | null;
  @Field(() => String, { nullable: true, description: 'Who they are; told to that host only.' })
  workerName: string | null;
}

@ObjectType('WorkPassScan', { description: 'Somebody who was let in or out.' })
export class WorkPassScanView {
  @Field(() => ID, { description: 'The placement.' }) placementId: string;
  @Field(() => ID, { description: 'The day of attendance that it counts for.' }) attendanceDayId: string;
  @Field(() => ScanDirectionEnum, { description: 'Which way.' }) direction: CheckStep;
}

export function toWorkPassView(
  { placementId, certificate, issuedAt, expiresAt }: WorkPass,
  gateUrl: string,
): WorkPassView {
  return { placementId, certificate, issuedAt, expiresAt, gateUrl };
}

export function toWorkPassCheckView(looked: LookedAtPass | PassProblem, language: Language): WorkPassCheckView {
  const nothing = { initials: null, occupation: null, needReference: null, hostName: null };
  if (typeof looked === 'string') {
    const problem = { code: looked, message: render(passProblemMessages[looked], language) };
    return { valid: false, problem, ...nothing, startsOn: null, endsOn: null, workerName: null };
  }
  const { initials, occupation, needReference, hostName, startsOn, endsOn, workerName } = looked;
  const shown = { initials, occupation: occupation[language], needReference, hostName, startsOn, endsOn, workerName };
  return { valid: true, problem: null, ...shown };
}

export function toWorkPassScanView({ placementId, attendanceDayId, direction }: ScannedPass): WorkPassScanView {
  return { placementId, attendanceDayId, direction };
}
