import { type Language, type Message, type MessageParams, render } from '../../platform/i18n/message.js';
import { agreementSubjects, agreementTexts } from '../agreements/agreement.messages.js';
import { lifeSubjects, lifeTexts } from '../life/life.messages.js';
import { alertSubjects, alertTexts } from '../market/alert.messages.js';
import { bulletinSubjects, bulletinTexts } from '../market/bulletin.messages.js';
import { capacitySubjects, capacityTexts } from '../market/capacity.messages.js';
import { marketSubjects, marketTexts } from '../market/market.messages.js';
import { materialSubjects, materialTexts } from '../market/material.messages.js';
import { orderSubjects, orderTexts } from '../market/order.messages.js';
import { moneySubjects, moneyTexts } from '../money/money.messages.js';
import { registerSubjects, registerTexts } from '../register/register.messages.js';
import { voiceSubjects, voiceTexts } from '../voices/voice.messages.js';
import { webhookSubjects, webhookTexts } from '../webhooks/webhook.messages.js';
import { transportSubjects, transportTexts } from '../work/transport.messages.js';
import { workSubjects, workTexts } from '../work/work.messages.js';

/**
 * What people are told. `{work}`, `{material}` and `{process}` are in the reader's language, `{host}`, `{lender}`, `{owner}`
 * and the like are names of enterprises; no text names a worker.
 */
export const notificationTexts = {
  ...{ ...materialTexts, ...capacityTexts, ...orderTexts, ...alertTexts, ...bulletinTexts, ...transportTexts },
  ...{ ...marketTexts, ...agreementTexts, ...workTexts, ...lifeTexts },
  ...{ ...moneyTexts, ...voiceTexts, ...registerTexts, ...webhookTexts },
};

export type NotificationKind = keyof typeof notificationTexts;

/** Subjects of e-mails: what it is about and no more, for they are shown on locked screens. */
const subjects: Readonly<Record<NotificationKind, Message>> = {
  ...{
    ...materialSubjects,
    ...capacitySubjects,
    ...orderSubjects,
    ...alertSubjects,
    ...bulletinSubjects,
    ...transportSubjects,
  },
  ...{ ...marketSubjects, ...agreementSubjects, ...workSubjects, ...lifeSubjects },
  ...{ ...moneySubjects, ...voiceSubjects, ...registerSubjects, ...webhookSubjects },
};

export function notificationTitle(kind: NotificationKind, language: Language): string {
  return subjects[kind][language];
}

export function notificationSubject(kind: NotificationKind, language: Language): string {
  return { 'zh-CN': '共济：', en: 'Gongji: ' }[language] + notificationTitle(kind, language);
}

// Names come from people and imports; no line of our texts and no direction of writing is theirs to begin.
const breaks = /[\p{Cc}\p{Zl}\p{Zp}\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/gu;

/** Params as people read them, each one line. Those named `xZh` and `xEn` are the two sides of `x`. */
export function readableParams(params: MessageParams, language: Language): Readonly<Record<string, string>> {
  const suffix = language === 'en' ? 'En' : 'Zh';
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name.endsWith(suffix) ? name.slice(0, -suffix.length) : name,
      String(value).replace(breaks, ' '),
    ]),
  );
}

/** The text of a notification in the reader's language, one line. */
export function notificationText(kind: NotificationKind, params: MessageParams, language: Language): string {
  const message: Message = notificationTexts[kind];
  return render(message, language, readableParams(params, language));
}
