import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { inDays } from '../../api/local-day';
import { useSession } from '../../api/session';
import { useAddress } from '../../shell/address';
import { Page, Stack } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { WorkedPlacementsDocument } from './attendance.graphql.ts';
import { isInMonth, isMonth, monthFrom, monthOf, sideOf } from './attendance.rules';
import { MonthChoice } from './month-choice';
import { MonthDays } from './month-days';
import { OnSiteTabs } from './on-site-tabs';
import { OwnWorkForm } from './own-work-form';
import { useNameOf } from './use-name-of';

/** What one's own people worked at hosts, to read; and what they worked at home, which counts for their hours too. */
export function LentAttendancePage(): ReactNode {
  const { t } = useTranslation('attendance');
  const nameOf = useNameOf();
  const { me } = useSession();
  const [address, go] = useAddress();
  const given = address.get('month');
  const today = monthOf(inDays(0));
  const month = isMonth(given) ? given : today;
  return (
    <Page title={t('lent.title')} width="text">
      <OnSiteTabs />
      <MonthChoice month={month} hasNext={month < today} onStep={(by) => go({ month: monthFrom(month, by) })} />
      <Pages
        query={WorkedPlacementsDocument}
        variables={{}}
        of={['Placement']}
        pick={({ placements }) => placements}
        empty={t('lent.nothing')}
      >
        {(placements) => {
          const lent = placements.filter(
            (one) => isInMonth(one, month) && sideOf(one, me?.enterprise?.id) === 'lender',
          );
          if (lent.length === 0) return <p className="soft">{t('lent.nothing')}</p>;
          return (
            <Stack>
              {lent.map((one) => (
                <MonthDays
                  key={`${one.id} ${month}`}
                  placement={one}
                  month={month}
                  isFolded
                  title={`${nameOf(one)} · ${one.need?.host.name ?? ''}`}
                >
                  {one.candidate && <OwnWorkForm workerId={one.candidate.id} name={nameOf(one)} />}
                </MonthDays>
              ))}
            </Stack>
          );
        }}
      </Pages>
    </Page>
  );
}
