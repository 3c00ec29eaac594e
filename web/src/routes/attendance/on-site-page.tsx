import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/button';
import { Card, Stat, Stats } from '../../ui/card';
import { Page } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { useFormats } from '../../i18n/formats';
import styles from './attendance.module.css';
import { OnSiteDocument, type OnSiteQuery } from './attendance.graphql.ts';
import { NotBegun } from './not-begun';
import { OnSiteTabs } from './on-site-tabs';
import { OnSiteRow } from './on-site-row';
import { WaitingCard } from './waiting-card';

type OnSite = OnSiteQuery['onSiteToday']['edges'][number]['node'];

/** Who is here today, who is missing, and the list for those without a phone. */
export function OnSitePage(): ReactNode {
  const { t } = useTranslation('attendance');
  return (
    <Page
      title={t('onSite.title')}
      actions={
        <ButtonLink kind="main" to="/gate">
          {t('onSite.gate')}
        </ButtonLink>
      }
    >
      <OnSiteTabs />
      <NotBegun />
      <Pages
        query={OnSiteDocument}
        variables={{}}
        of={['AttendanceDay', 'Placement']}
        pick={({ onSiteToday }) => onSiteToday}
        empty={t('onSite.nothing')}
      >
        {(people) => <People people={people} />}
      </Pages>
      <WaitingCard state="RECORDED" />
      <WaitingCard state="DISPUTED" />
    </Page>
  );
}

const isMissing = ({ attendanceToday }: OnSite): boolean => !attendanceToday?.checkInAt;

function People({ people }: { readonly people: readonly OnSite[] }): ReactNode {
  const { t } = useTranslation('attendance');
  const { number } = useFormats();
  const missing = people.filter(isMissing);
  const inside = people.filter(({ attendanceToday: day }) => day?.checkInAt && !day.checkOutAt);
  const sorted = [...missing, ...people.filter((person) => !isMissing(person))];
  return (
    <Card title={t('onSite.today')}>
      <Stats>
        <Stat label={t('onSite.inside')} value={number(inside.length)} />
        <Stat label={t('onSite.missing')} value={number(missing.length)} />
        <Stat label={t('onSite.gone')} value={number(people.length - missing.length - inside.length)} />
      </Stats>
      <ul className={styles.rows}>
        {sorted.map((person) => (
          <OnSiteRow key={person.id} person={person} />
        ))}
      </ul>
    </Card>
  );
}
