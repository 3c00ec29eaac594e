import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Tag } from '../../ui/card';
import { CalendarDocument, type CalendarQuery } from './attendance.graphql.ts';

export type CalendarDay = CalendarQuery['calendarDays'][number];

/** The days of the official calendar, by their date. */
export function useCalendar(from: string, to: string): ReadonlyMap<string, CalendarDay> {
  const [{ data }] = useQuery({ query: CalendarDocument, variables: { from, to } });
  return new Map((data?.calendarDays ?? []).map((day) => [day.day, day]));
}

type Mark = 'holiday' | 'adjusted' | 'rest';

/** What is special about a day; nothing about a plain workday. */
export function markOf(day: CalendarDay | undefined): Mark | undefined {
  if (!day) return undefined;
  if (day.kind === 'HOLIDAY') return 'holiday';
  if (day.isAdjusted) return 'adjusted';
  return day.kind === 'REST_DAY' ? 'rest' : undefined;
}

export function DayMark({ of }: { readonly of: CalendarDay | undefined }): ReactNode {
  const { t } = useTranslation('attendance');
  const mark = markOf(of);
  return (
    mark && (
      <p>
        <Tag tone={mark === 'holiday' ? 'call' : 'plain'}>{t(`mark.${mark}`)}</Tag>
      </p>
    )
  );
}
