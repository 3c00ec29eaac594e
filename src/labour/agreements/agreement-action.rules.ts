import type { Viewer } from '../../platform/auth/viewer.js';
import type { Finding } from '../compliance/finding.js';
import { mayWriteLabour, unrefused } from '../labour.rules.js';
import type { AgreementKind } from './agreement.entity.js';
import { refuseChange, refuseIssue, refuseProposal, refuseRejection, refuseSignature } from './agreement.rules.js';
import type { AgreementState } from './agreement.states.js';

export type AgreementAction = 'propose' | 'issue' | 'reject' | 'sign' | 'amend' | 'terminate';

/** An agreement, as far as it decides who may do what. */
export interface ActionableAgreement {
  readonly kind: AgreementKind;
  readonly state: AgreementState;
  readonly version: number;
  readonly expiresAt: Date;
  readonly contentHash: string | null;
  readonly hostId: string;
  readonly lenderId: string;
}

/** What decides besides: who wrote the newest terms, what they lack, who has signed what is issued. */
export interface AgreementFacts {
  readonly authorId: string;
  readonly gaps: readonly Finding[];
  readonly signedBy: readonly string[];
}

/** What the viewer may do with an agreement now, by the rules of the mutations themselves. */
export function agreementActions(
  agreement: ActionableAgreement,
  viewer: Viewer,
  { authorId, gaps, signedBy }: AgreementFacts,
  now: Date,
): AgreementAction[] {
  if (viewer.kind !== 'enterprise' || !mayWriteLabour(viewer)) return [];
  const party = viewer.enterpriseId;
  if (party !== agreement.hostId && party !== agreement.lenderId) return [];
  const issue = { author: authorId, party, version: agreement.version, gaps };
  const signing = { role: viewer.role, hash: agreement.contentHash ?? '', hasSigned: signedBy.includes(party) };
  return unrefused([
    ['propose', refuseProposal(agreement, now)],
    ['issue', refuseIssue(agreement, issue, now)],
    ['sign', refuseSignature(agreement, signing, now)],
    ['reject', refuseRejection(agreement)],
    ['amend', refuseChange(agreement)],
    ['terminate', refuseChange(agreement)],
  ]);
}
