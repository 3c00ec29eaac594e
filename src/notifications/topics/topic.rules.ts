import type { Message } from '../../platform/i18n/message.js';
import { agreementTexts } from '../agreements/agreement.messages.js';
import type { NotificationKind } from '../inbox/notification.messages.js';
import { lifeTexts } from '../life/life.messages.js';
import { alertTexts } from '../market/alert.messages.js';
import { bulletinTexts } from '../market/bulletin.messages.js';
import { capacityTexts } from '../market/capacity.messages.js';
import { marketTexts } from '../market/market.messages.js';
import { materialTexts } from '../market/material.messages.js';
import { orderTexts } from '../market/order.messages.js';
import { moneyTexts } from '../money/money.messages.js';
import { registerTexts } from '../register/register.messages.js';
import { voiceTexts } from '../voices/voice.messages.js';
import { webhookTexts } from '../webhooks/webhook.messages.js';
import { transportTexts } from '../work/transport.messages.js';
import { workTexts } from '../work/work.messages.js';

/** What notifications are about; each topic is a folder of tellers, and people mute whole topics. */
export const topics = ['market', 'agreements', 'work', 'life', 'money', 'voices', 'register'] as const;
export type NotificationTopic = (typeof topics)[number];

const texts: Readonly<Record<NotificationTopic, Readonly<Record<string, Message>>>> = {
  market: { ...marketTexts, ...materialTexts, ...capacityTexts, ...orderTexts, ...alertTexts, ...bulletinTexts },
  ...{ agreements: agreementTexts, work: { ...workTexts, ...transportTexts }, life: lifeTexts },
  ...{ money: moneyTexts, voices: voiceTexts, register: { ...registerTexts, ...webhookTexts } },
};

const topicByKind = new Map(topics.flatMap((topic) => Object.keys(texts[topic]).map((kind) => [kind, topic])));

/** The topic of a kind; of one that this version does not know, undefined. */
export function topicOf(kind: NotificationKind): NotificationTopic | undefined {
  return topicByKind.get(kind);
}

/**
 * What reaches people one by one even where they muted its topic or have a daily digest, and why: a term of the law runs,
 * money is late or in dispute, or somebody else may have their pass. Turning a channel off still turns it off.
 */
export const mustReach: Readonly<Partial<Record<NotificationKind, string>>> = {
  alertEscalated: 'nobody below has answered in time',
  capacityObjected: 'money is in dispute',
  consentRequested: 'silence is a no, and the term runs',
  employerLost: 'being lent has stopped',
  enterpriseSuspended: 'nothing can be dealt until it is cured',
  hostPaymentLate: 'money is late',
  injuryDueSoon: 'the term to file runs out',
  injuryOverdue: 'the worker’s own term to file runs',
  injuryReported: 'the term to file runs',
  lenderLost: 'placements have stopped',
  lineObjected: 'pay is in dispute',
  materialDisputed: 'money is in dispute',
  materialOverdue: 'goods of somebody else are late',
  noShowReported: 'the term to appeal runs',
  objectionRejected: 'the way to the bureau is open',
  orderAtRisk: 'a customer waits, and the days left are few',
  payLate: 'wages are late',
  sanctionImported: 'nothing can be dealt until it is cured',
  settlementDisputed: 'money is in dispute',
  workerPaymentLate: 'wages are late',
  workPassReplaced: 'somebody else may have the pass',
};
