import type { LocalDate } from '../../platform/clock/clock.js';
import { addDays } from '../../platform/clock/local-date.js';

/** An event of a whole day. */
export interface CalendarEvent {
  /** The same for ever. */
  readonly uid: string;
  readonly day: LocalDate;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
  /** Grows with each change. */
  readonly sequence: number;
  readonly changedAt: Date;
}

/** TEXT of RFC 5545, 3.3.11: what would end a value or a line is escaped; other control characters have no place in it. */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?|\n/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\n/g, '\\n');
}

const lineOctets = 75;

/** A content line in pieces of at most 75 octets (3.1); a character is never torn apart. */
export function foldLine(line: string): string {
  const pieces: string[] = [];
  let [piece, octets] = ['', 0];
  for (const character of line) {
    const size = Buffer.byteLength(character);
    // Every piece but the first begins with a space.
    if (octets + size > lineOctets - (pieces.length > 0 ? 1 : 0)) {
      pieces.push(piece);
      [piece, octets] = ['', 0];
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n ');
}

const dateOf = (day: LocalDate): string => day.replaceAll('-', '');
const instantOf = (instant: Date): string => instant.toISOString().replace(/[-:]|\.\d{3}/g, '');

function eventLines({
  uid,
  day,
  summary,
  description,
  location,
  status,
  sequence,
  changedAt,
}: CalendarEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${instantOf(changedAt)}`,
    `DTSTART;VALUE=DATE:${dateOf(day)}`,
    `DTEND;VALUE=DATE:${dateOf(addDays(day, 1))}`,
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(description)}`,
    `LOCATION:${escapeText(location)}`,
    `STATUS:${status}`,
    `SEQUENCE:${sequence}`,
    'END:VEVENT',
  ];
}

/** An iCalendar object (RFC 5545) of whole-day events. Without a METHOD, so DTSTAMP says when an event last changed. */
export function toIcs(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Gongji//Capacity//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}
