import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from '../../api/live';
import { inDays } from '../../api/local-day';
import { useAddress } from '../../shell/address';
import { ButtonLink } from '../../ui/button';
import { Page } from '../../ui/layout';
import { Answer, Empty } from '../../ui/state';
import { WorkedPlacementsDocument } from './attendance.graphql.ts';
import { isInMonth, isMonth, monthFrom, monthOf } from './attendance.rules';
import { MonthChoice } from './month-choice';
import { MonthDays } from './month-days';

const context = { additionalTypenames: ['Placement'] };

/** The worker's own days, month by month: what counts for the wage, to confirm or to contradict. */
export function MyAttendancePage(): ReactNode {
  const { t } = useTranslation('attendance');
  const [address, go] = useAddress();
  const given = address.get('month');
  const today = monthOf(inDays(0));
  const month = isMonth(given) ? given : today;
  const [placements, ask] = useLiveQuery({
    query: WorkedPlacementsDocument,
    variables: {},
    context: useMemo(() => context, []),
  });
  return (
    <Page title={t('mine.title')} width="text" actions={<ButtonLink to="/my/pass">{t('mine.pass')}</ButtonLink>}>
      <MonthChoice month={month} hasNext={month < today} onStep={(by) => go({ month: monthFrom(month, by) })} />
      <Answer of={placements} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {(data) => {
          const worked = data.placements.edges.map(({ node }) => node).filter((one) => isInMonth(one, month));
          if (worked.length === 0) return <Empty>{t('mine.nothing')}</Empty>;
          return worked.map((placement) => (
            <MonthDays key={`${placement.id} ${month}`} placement={placement} month={month} />
          ));
        }}
      </Answer>
    </Page>
  );
}
