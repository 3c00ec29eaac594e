import { type Language, type Message, type MessageParams, render } from '../../platform/i18n/message.js';
import { agreementSubjects, agreementTexts } from '../agreements/agreement.messages.js';
import { lifeSubjects, lifeTexts } from '../life/life.messages.js';
import { marketSubjects, marketTexts } from '../market/market.messages.js';
import { moneySubjects, moneyTexts } from '../money/money.messages.js';
import { registerSubjects, registerTexts } from '../register/register.messages.js';
import { voiceSubjects, voiceTexts } from '../voices/voice.messages.js';
import { webhookSubjects, webhookTexts } from '../webhooks/webhook.messages.js';
import { workSubjects, workTexts } from '../work/work.messages.js';

/**
 * What people are told. `{work}` is the occupation in the reader's language, `{host}` and `{lender}` are names of
 * enterprises; no text names a worker.
 */
export const notificationTexts = {
  ...{ ...marketTexts, ...agreementTexts, ...workTexts, ...lifeTexts },
  ...{ ...moneyTexts, ...voiceTexts, ...registerTexts, ...webhookTexts },
};

export type NotificationKind = keyof typeof notificationTexts;

/** Subjects of e-mails: what it is about and no more, for they are shown on locked screens. */
const subjects: Readonly<Record<NotificationKind, Message>> = {
  ...{ ...marketSubjects, ...agreementSubjects, ...workSubjects, ...lifeSubjects },
  ...{ ...moneySubjects, ...voiceSubjects, ...registerSubjects, ...webhookSubjects },
};

export function notificationSubject(kind: NotificationKind, language: Language): string {
  return { 'zh-CN': '共济：', en: 'Gongji: ' }[language] + subjects[kind][language];
}

// Names come from people and imports; no line of our texts and no direction of writing is theirs to begin.
const breaks = /[\p{Cc}\p{Zl}\p{Zp}\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/gu;

/** The text of a notification in the reader's language, one line. Params named `xZh` and `xEn` are the two sides of `{x}`. */
export function notificationText(kind: NotificationKind, params: MessageParams, language: Language): string {
  const suffix = language === 'en' ? 'En' : 'Zh';
  const chosen = Object.entries(params).map(
    ([name, value]) =>
      [name.endsWith(suffix) ? name.slice(0, -suffix.length) : name, String(value).replace(breaks, ' ')] as const,
  );
  const message: Message = notificationTexts[kind];
  return render(message, language, Object.fromEntries(chosen));
}
