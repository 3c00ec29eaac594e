import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { type CalendarEvent, escapeText, foldLine, toIcs } from './ics.rules.js';

const event = (changes: Partial<CalendarEvent> = {}): CalendarEvent => ({
  ...{
    uid: 'b-2026-11-30@gongji',
    day: '2026-11-30',
    summary: '喷粉线：480 分钟',
    description: 'a;b',
    location: '一号车间',
  },
  ...{ status: 'CONFIRMED', sequence: 2, changedAt: new Date('2026-11-05T04:05:06.789Z') },
  ...changes,
});
const unfold = (text: string): string => text.replaceAll('\r\n ', '');
const anyText = fc.string({ unit: 'binary', maxLength: 300 });

describe('an iCalendar file', () => {
  it('has the properties of RFC 5545, dates whole, the end the day after', () => {
    expect(toIcs('共济', [event()]).split('\r\n')).toEqual([
      ...[
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Gongji//Capacity//EN',
        'CALSCALE:GREGORIAN',
        'X-WR-CALNAME:共济',
      ],
      ...['BEGIN:VEVENT', 'UID:b-2026-11-30@gongji', 'DTSTAMP:20261105T040506Z', 'DTSTART;VALUE=DATE:20261130'],
      ...['DTEND;VALUE=DATE:20261201', 'SUMMARY:喷粉线：480 分钟', 'DESCRIPTION:a\\;b', 'LOCATION:一号车间'],
      ...['STATUS:CONFIRMED', 'SEQUENCE:2', 'END:VEVENT', 'END:VCALENDAR', ''],
    ]);
  });

  it('escapes what would end a value or a line', () => {
    expect(escapeText('a\\b;c,d\r\ne\nf\u0007')).toBe('a\\\\b\\;c\\,d\\ne\\nf');
  });

  it('is one property a line, whatever stands in it: no text makes a line of its own', () => {
    fc.assert(
      fc.property(anyText, anyText, (summary, description) => {
        const lines = unfold(toIcs('x', [event({ summary, description })])).split('\r\n');
        expect(lines).toHaveLength(18);
        for (const line of lines) expect(line).not.toMatch(/[\r\n]/);
      }),
    );
  });

  it('folds at 75 octets without tearing a character, and unfolds to the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 60, maxLength: 400, size: 'max' }), (text) => {
        const line = `SUMMARY:${escapeText(text)}`;
        const folded = foldLine(line);
        for (const piece of folded.split('\r\n')) expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(75);
        expect(unfold(folded)).toBe(line);
      }),
    );
  });
});
