import type { LocalDate } from '../../platform/clock/clock.js';
import type { Refusal } from '../../platform/errors/index.js';
import type { PlacementState } from '../placements/placement.states.js';
import { passMessages, type PassProblem, passProblemMessages } from './pass.messages.js';

/** web/src/pass/pass-code.ts holds the same numbers and the same rules for a phone; pass-vector.json keeps both in step. */
export const passLimits = {
  /** Characters of a pass; a QR code holds no more than 2,953. */
  maxLength: 2_000,
  maxTimeLength: 8,
  /** A phone's clock may run ahead so far. */
  skewSeconds: 60,
  /** Older is a screenshot. */
  freshSeconds: 45,
  /** The phone makes a new code in each step, and each opens the gate once. */
  stepSeconds: 15,
} as const;

export interface ParsedPass {
  /** The compact JWS that the platform signed. */
  readonly certificate: string;
  /** When the phone made the code, seconds since 1970. */
  readonly time: number;
  readonly timeText: string;
  /** The phone's signature over certificate hash and time. */
  readonly signature: string;
}

/** What the platform says in a certificate. */
export interface PassClaims {
  readonly pid: string;
  readonly serial: number;
  readonly exp: number;
  readonly cnf: { readonly jkt: string; readonly jwk: DeviceKey };
}

/** A public P-256 key. */
export interface DeviceKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

/** The parts of a pass, or of the address that a QR code shows; undefined when it has another form. */
export function parsePass(text: string): ParsedPass | undefined {
  const pass = text.slice(text.indexOf('#') + 1);
  if (pass.length > passLimits.maxLength) return undefined;
  const form = /^GJ1\.([\w-]+\.[\w-]+\.[\w-]{86})\.([1-9a-z][0-9a-z]{0,7})\.([\w-]{86})$/.exec(pass);
  const [, certificate, timeText, signature] = form ?? [];
  if (certificate === undefined || timeText === undefined || signature === undefined) return undefined;
  return { certificate, timeText, time: parseInt(timeText, 36), signature };
}

/** What the phone signs. */
export function signedText(certificateHash: string, timeText: string): string {
  return `GJ1.${certificateHash}.${timeText}`;
}

/** The claims of a certificate that the platform signed, if it is one for a pass. */
export function claimsOf({ pid, serial, exp, cnf }: Readonly<Record<string, unknown>>): PassClaims | undefined {
  if (typeof pid !== 'string' || typeof serial !== 'number' || typeof exp !== 'number') return undefined;
  if (typeof cnf !== 'object' || cnf === null || !('jkt' in cnf) || !('jwk' in cnf)) return undefined;
  const jwk = deviceKeyOf(cnf.jwk);
  return typeof cnf.jkt === 'string' && jwk ? { pid, serial, exp, cnf: { jkt: cnf.jkt, jwk } } : undefined;
}

/** A public P-256 key and nothing else of it; undefined for any other value, and for a private key. */
export function deviceKeyOf(value: unknown): DeviceKey | undefined {
  if (typeof value !== 'object' || value === null || 'd' in value) return undefined;
  const { kty, crv, x, y } = value as Readonly<Record<string, unknown>>;
  const isCoordinate = (text: unknown): text is string => typeof text === 'string' && /^[\w-]{43}$/.test(text);
  if (kty !== 'EC' || crv !== 'P-256' || !isCoordinate(x) || !isCoordinate(y)) return undefined;
  return { kty, crv, x, y };
}

export const deviceKeyInvalid: Refusal = {
  code: 'VALIDATION_FAILED',
  message: passMessages.deviceKey,
  field: 'input.deviceKey',
};

export function problemOfTime(made: number, nowSeconds: number): PassProblem | undefined {
  if (made > nowSeconds + passLimits.skewSeconds) return 'AHEAD';
  return nowSeconds - made > passLimits.freshSeconds ? 'STALE' : undefined;
}

export function problemOfLife({ exp }: { readonly exp: number }, nowSeconds: number): PassProblem | undefined {
  return nowSeconds >= exp ? 'EXPIRED' : undefined;
}

interface PlacementFacts {
  readonly state: PlacementState;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
}

/** Whether its worker is expected on site that day: planned from the first day on, or there already. */
export function problemOfPlacement(
  { state, startsOn, endsOn }: PlacementFacts,
  today: LocalDate,
): PassProblem | undefined {
  if (state !== 'planned' && state !== 'active') return 'ENDED';
  return today < startsOn || today > endsOn ? 'NOT_TODAY' : undefined;
}

export function problemOfRevocation({ revokedAt }: { readonly revokedAt: Date | null }): PassProblem | undefined {
  return revokedAt ? 'REVOKED' : undefined;
}

/** The step that a code belongs to. */
export function stepOf(time: number): number {
  return Math.floor(time / passLimits.stepSeconds);
}

/** A pass that fails at the gate, as a refusal. */
export function refusalOf(problem: PassProblem, field = 'input.pass'): Refusal {
  return { code: 'CONFLICT', message: passProblemMessages[problem], field };
}

/** The end of a certificate's life: some hours on, but not beyond the placement's last day. */
export function expiryOf(now: Date, hours: number, endsOn: LocalDate): Date {
  return new Date(Math.min(now.getTime() + hours * 3_600_000, Date.parse(`${endsOn}T24:00:00+08:00`)));
}

/** `林*竹`: enough to tell people at a gate apart, not to know who they are. */
export function maskedName(name: string): string {
  const characters = [...name.trim()];
  const [first = '', ...rest] = characters;
  const last = rest.at(-1) ?? '';
  return rest.length >= 2 ? `${first}*${last}` : `${first}*`;
}
