import type { Client } from '@urql/core';
import { problemOf } from '../../api/problem';
import { keptPlatformKeys, placementOf, readPass } from '../../pass/read-pass';
import { LastShiftDocument, LookAtPassDocument, type ScanDirection, ScanPassDocument } from './gate.graphql.ts';
import { type GoodLook, type Look, lookOf, nextStep, offlineLookOf } from './gate.rules';

/** Whether a code holds, and for its host which way its worker goes next. Without network: whether it is real. */
export async function lookAt(api: Client, text: string, offline: string): Promise<Look> {
  const { data, error } = await api.mutation(LookAtPassDocument, { input: { pass: text } });
  const problem = problemOf(error, offline);
  if (problem?.code === 'OFFLINE') return readOffline(text);
  if (problem || !data) return { kind: 'bad', message: problem?.message ?? offline, isOffline: false };
  const found = data.verifyWorkPass;
  const placementId = found.workerName === null ? undefined : placementOf(text);
  if (placementId === undefined) return lookOf(text, found);
  const last = await api.query(LastShiftDocument, { placementId }, { requestPolicy: 'network-only' });
  return lookOf(text, found, { placementId, next: nextStep(last.data?.attendanceDays.edges[0]?.node) });
}

/** Lets somebody in or out, and keeps the time. */
export async function letThrough(
  api: Client,
  look: GoodLook,
  direction: ScanDirection,
  offline: string,
): Promise<Look> {
  const input = { idempotencyKey: crypto.randomUUID(), pass: look.pass, direction };
  const { error } = await api.mutation(ScanPassDocument, { input });
  const problem = problemOf(error, offline);
  return problem ? { kind: 'bad', message: problem.message, isOffline: false } : { ...look, done: direction };
}

/** By the keys that were kept: whether the code is real, but not what the server alone knows. */
async function readOffline(text: string): Promise<Look> {
  const found = await readPass(text, keptPlatformKeys(), Date.now());
  if (typeof found !== 'string') return offlineLookOf(text, found);
  return { kind: 'bad', problem: found, message: '', isOffline: true };
}
