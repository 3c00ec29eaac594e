import { DAY_MS, HOUR_MS, type LocalDate } from '../../platform/clock/clock.js';
import { addDays } from '../../platform/clock/local-date.js';
import { type Language, render } from '../../platform/i18n/message.js';
import { type NotificationKind, notificationTitle } from '../inbox/notification.messages.js';
import { sinceMidnightMs } from '../preferences/quiet-hours.rules.js';
import { digestMessages } from './digest.messages.js';

const shown = 50;

/** Digests are made at one hour of each local day. The latest that has come: which day's, and how long ago that was. */
export function latestDigest(now: Date, today: LocalDate, hour: number): { day: LocalDate; agoMs: number } {
  const sinceMs = sinceMidnightMs(now) - hour * HOUR_MS;
  return sinceMs >= 0 ? { day: today, agoMs: sinceMs } : { day: addDays(today, -1), agoMs: sinceMs + DAY_MS };
}

export function digestSubject(count: number, language: Language): string {
  return render(digestMessages.subject, language, { count });
}

/** What each is about and where it is, one paragraph each; of many, the first. */
export function digestText(
  items: readonly { readonly kind: NotificationKind; readonly link: string }[],
  language: Language,
  root: string,
): string {
  const paragraphs = items
    .slice(0, shown)
    .map(({ kind, link }) => `${notificationTitle(kind, language)}\n${root}${link}`);
  const more = items.length - shown;
  if (more > 0) paragraphs.push(`${render(digestMessages.more, language, { count: more })}\n${root}/messages`);
  return `${paragraphs.join('\n\n')}\n`;
}
