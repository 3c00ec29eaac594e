import type { Language } from '../i18n/message.js';

/** What an API key may be used for. */
export const scopes = [
  'labour:read',
  'labour:write',
  'materials:read',
  'materials:write',
  'capacity:read',
  'capacity:write',
  'orders:read',
  'orders:write',
  'directory:read',
  'import:write',
] as const;
export type Scope = (typeof scopes)[number];

/** Who is calling. Anonymous and system are callers too, so that every rule has someone to ask about. */
export type Viewer =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'system' }
  | {
      readonly kind: 'enterprise';
      readonly accountId: string;
      readonly sessionId?: string;
      readonly enterpriseId: string;
      readonly role: 'owner' | 'member';
      /** Set when an API key calls: then only these. */
      readonly scopes?: readonly Scope[];
      readonly language: Language;
    }
  | {
      readonly kind: 'worker';
      readonly accountId: string;
      readonly sessionId: string;
      readonly workerId: string;
      readonly language: Language;
    }
  | {
      readonly kind: 'bureau';
      readonly accountId: string;
      readonly sessionId: string;
      readonly bureauId: string;
      readonly regionId: string;
      readonly language: Language;
    }
  | { readonly kind: 'operator'; readonly accountId: string; readonly sessionId: string; readonly language: Language };

export type ViewerKind = Viewer['kind'];
export type EnterpriseViewer = Extract<Viewer, { kind: 'enterprise' }>;
export type WorkerViewer = Extract<Viewer, { kind: 'worker' }>;
export type BureauViewer = Extract<Viewer, { kind: 'bureau' }>;
export type OperatorViewer = Extract<Viewer, { kind: 'operator' }>;

export type LoggedIn = Exclude<Viewer, { kind: 'anonymous' | 'system' }>;

export const anonymous: Viewer = { kind: 'anonymous' };
export const system: Viewer = { kind: 'system' };

/** Who acted, as the audit trail and idempotency keys name it. */
export function actorOf(viewer: Viewer): string {
  return viewer.kind === 'anonymous' || viewer.kind === 'system' ? viewer.kind : `account:${viewer.accountId}`;
}

/** Whose chain of the audit trail it goes on. */
export function tenantOf(viewer: Viewer): string {
  switch (viewer.kind) {
    case 'enterprise':
      return `enterprise:${viewer.enterpriseId}`;
    case 'worker':
      return `worker:${viewer.workerId}`;
    case 'bureau':
      return `bureau:${viewer.bureauId}`;
    case 'operator':
    case 'anonymous':
    case 'system':
      return viewer.kind;
  }
}
