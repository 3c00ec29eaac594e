import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inDays } from '../../api/local-day';
import { useAddress } from '../../shell/address';
import { ButtonLink } from '../../ui/button';
import { Choice } from '../../ui/choice';
import { Page, Row } from '../../ui/layout';
import { dayAfter, isMonth, monthFrom, monthOf } from './attendance.rules';
import { DayList } from './day-list';
import { DayChoice, MonthChoice } from './month-choice';
import { MonthGrid } from './month-grid';
import { OnSiteTabs } from './on-site-tabs';
import { WaitingCard } from './waiting-card';

const isDay = (text: string | null): text is string => text !== null && /^20\d\d-\d\d-\d\d$/.test(text);

/** What was worked here: a month by person, or a day; the phone begins with the day. */
export function AttendancePage(): ReactNode {
  const { t } = useTranslation('attendance');
  const [address, go] = useAddress();
  const [isWide] = useState(() => window.matchMedia('(width >= 52rem)').matches);
  const today = inDays(0);
  const by = address.get('by') ?? (isWide ? 'month' : 'day');
  const [monthGiven, dayGiven] = [address.get('month'), address.get('day')];
  const month = isMonth(monthGiven) ? monthGiven : monthOf(today);
  const day = isDay(dayGiven) ? dayGiven : today;
  return (
    <Page title={t('host.title')} actions={<ButtonLink to="/host/attendance/import">{t('host.import')}</ButtonLink>}>
      <OnSiteTabs />
      <Row>
        <Choice
          label={t('host.by')}
          value={by}
          onChange={(chosen) => go({ by: chosen })}
          options={[
            { value: 'month', label: t('host.byMonth') },
            { value: 'day', label: t('host.byDay') },
          ]}
        />
        {by === 'month' ? (
          <MonthChoice
            month={month}
            hasNext={month < monthOf(today)}
            onStep={(step) => go({ month: monthFrom(month, step) })}
          />
        ) : (
          <DayChoice day={day} hasNext={day < today} onStep={(step) => go({ day: dayAfter(day, step) })} />
        )}
      </Row>
      {by === 'month' ? <MonthGrid key={month} month={month} /> : <DayList key={day} day={day} />}
      <WaitingCard state="DISPUTED" />
    </Page>
  );
}
