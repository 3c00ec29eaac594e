import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import { forbidden, type Refusal, refuseTransition } from '../../platform/errors/index.js';
import { agreementTexts } from '../agreements/agreement.messages.js';
import type { Tiding } from '../inbox/notification.rules.js';
import { lifeTexts } from '../life/life.messages.js';
import { capacityTexts } from '../market/capacity.messages.js';
import { marketTexts } from '../market/market.messages.js';
import { materialTexts } from '../market/material.messages.js';
import { orderTexts } from '../market/order.messages.js';
import { moneyTexts } from '../money/money.messages.js';
import { registerTexts } from '../register/register.messages.js';
import { voiceTexts } from '../voices/voice.messages.js';
import { transportTexts } from '../work/transport.messages.js';
import { workTexts } from '../work/work.messages.js';
import { type DeliveryState, deliveryTransitions } from './webhook-delivery.states.js';
import { webhookMessages } from './webhook.messages.js';

/** What can be asked for: the subjects that notifications have. */
export const webhookTopics = ['market', 'agreements', 'work', 'life', 'money', 'voices', 'register'] as const;
export type WebhookTopic = (typeof webhookTopics)[number];

const textsOf: Readonly<Record<WebhookTopic, object>> = {
  market: { ...marketTexts, ...materialTexts, ...capacityTexts, ...orderTexts },
  ...{ agreements: agreementTexts, work: { ...workTexts, ...transportTexts }, life: lifeTexts },
  ...{ money: moneyTexts, voices: voiceTexts, register: registerTexts },
};

/** The topic of a kind of notification; what is told of webhooks themselves has none. */
export function topicOf(kind: string): WebhookTopic | undefined {
  return webhookTopics.find((topic) => kind in textsOf[topic]);
}

/** Which topics each enterprise is told of by these tidings. Workers, officers and single accounts have no webhooks. */
export function topicsByEnterprise(tidings: readonly Tiding[]): Map<string, WebhookTopic[]> {
  const topics = new Map<string, WebhookTopic[]>();
  for (const { to, kind } of tidings) {
    const topic = topicOf(kind);
    if (!topic) continue;
    for (const id of enterprisesIn(to)) topics.set(id, [...(topics.get(id) ?? []), topic]);
  }
  return topics;
}

function enterprisesIn(to: Tiding['to']): readonly string[] {
  if ('enterpriseId' in to) return to.enterpriseId === null ? [] : [to.enterpriseId];
  if ('enterpriseIds' in to) return to.enterpriseIds;
  return 'ownersOf' in to ? [to.ownersOf] : [];
}

// Things, not people: who works, who complains and who did it are read through the API, by whoever may.
const things = ['need', 'listing', 'application', 'offer', 'consent', 'placement', 'agreement', 'attendance']
  .concat(['return', 'extension', 'pause', 'penalty', 'injury', 'settlement', 'line', 'objection'])
  .concat(['review', 'complaint', 'sanction'])
  .concat(['lot', 'request', 'transfer', 'materialReturn', 'pool', 'window', 'booking', 'order']);
const told: ReadonlySet<string> = new Set(things.flatMap((thing) => [`${thing}Id`, `${thing}Ids`]));

/** The ids of an event's payload that a message carries. */
export function idsToTell(payload: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(payload).filter(([name, value]) => told.has(name) && value !== null));
}

/** The text that is signed and sent. */
export function bodyOf(message: {
  readonly event: string;
  readonly topic: WebhookTopic | null;
  readonly occurredAt: Date;
  readonly enterpriseId: string;
  readonly ids: object;
}): string {
  const { event, topic, occurredAt, enterpriseId, ids } = message;
  return JSON.stringify({ type: event, topic, timestamp: occurredAt.toISOString(), enterpriseId, data: ids });
}

export type PauseReason = 'owner' | 'failures' | 'gone';

/** How often one message is tried before it counts as failed. */
export const maxAttempts = 8;
/** How many messages may fail in a row before their endpoint is paused. */
export const failuresToPause = 20;

const firstDelayMs = 2_000;

/** Waits 2 s, then four times as long each time: 2 s, 8 s, 32 s … 2 h 17 min, up to half as much again by `chance` (0 to 1). */
export function retryDelayMs(tries: number, chance: number): number {
  return Math.round(firstDelayMs * 4 ** (tries - 1) * (1 + chance / 2));
}

/** How one attempt ended: the status answered, or why there is none. */
export interface Outcome {
  readonly status: number | null;
  readonly error: string | null;
  readonly durationMs: number;
}

const gone = 410;

export interface Verdict {
  readonly state: Extract<DeliveryState, 'pending' | 'delivered' | 'failed'>;
  readonly isGone: boolean;
}

/** What an attempt makes of its delivery: 2xx delivers, 410 ends it, all else is tried again while it may be. */
export function verdictOf({ status }: Outcome, attempts: number, allowedAttempts: number): Verdict {
  if (status !== null && status >= 200 && status < 300) return { state: 'delivered', isGone: false };
  const isGone = status === gone;
  return { state: isGone || attempts >= allowedAttempts ? 'failed' : 'pending', isGone };
}

/** Whether a failure pauses its endpoint, and why. */
export function pauseAfter({ state, isGone }: Verdict, failedInRow: number): PauseReason | null {
  if (isGone) return 'gone';
  return state === 'failed' && failedInRow >= failuresToPause ? 'failures' : null;
}

/** Webhooks are the owners' own: neither colleagues nor API keys see or change them. */
export function refuseNoOwner({ role, scopes }: Pick<EnterpriseViewer, 'role' | 'scopes'>): Refusal | undefined {
  return role === 'owner' && !scopes ? undefined : forbidden;
}

export function refuseReplay(state: DeliveryState, pause: PauseReason | null): Refusal | undefined {
  if (pause !== null) return { code: 'CONFLICT', message: webhookMessages.paused, field: 'input.webhookDeliveryId' };
  return refuseTransition(deliveryTransitions, state, 'pending');
}

/** The lowest slot that none of an enterprise's endpoints has. */
export function freeSlot(taken: readonly number[]): number | undefined {
  return [1, 2, 3, 4, 5].find((slot) => !taken.includes(slot));
}
