import { defineTransitions } from '../../platform/errors/index.js';

export type AgreementState = 'draft' | 'issued' | 'signed' | 'in_force' | 'ended' | 'terminated' | 'rejected';

/** One side proposes, the other agrees (issued) or proposes anew (draft); it binds once both have signed. */
export const agreementTransitions = defineTransitions<AgreementState>('draft', {
  draft: ['issued', 'rejected'],
  issued: ['draft', 'signed', 'rejected'],
  signed: ['in_force', 'ended', 'terminated'],
  in_force: ['ended', 'terminated'],
  ended: [],
  terminated: [],
  rejected: [],
});
