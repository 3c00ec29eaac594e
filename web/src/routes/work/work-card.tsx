import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session';
import { useFormats } from '../../i18n/formats';
import { ButtonLink } from '../../ui/button';
import { Card, Tag } from '../../ui/card';
import { ApplyButton } from '../apply/apply-button';
import { HostScorecard } from '../scorecard/host-scorecard';
import styles from './work.module.css';
import type { Work } from './work.rules';

/** One job on offer: what a person asks first, and the way to it. */
export function WorkCard({ work }: { readonly work: Work }): ReactNode {
  const { t } = useTranslation(['work', 'common']);
  const { money, period, distance } = useFormats();
  const { id, occupation, seatsOpen, wageFen, wageUnit, region, distanceM, startsOn, endsOn, certificates } = work;
  const where = distanceM === null ? region.name : `${region.name} · ${distance(distanceM / 1000)}`;
  const also = [
    t(`common:shift.${work.shift}`),
    ...(work.lodging ? [t('lodging')] : []),
    ...certificates.map(({ name }) => name),
  ];
  return (
    <li id={`work-${id}`}>
      <Card title={occupation.name} actions={<Tag tone="good">{t('seats', { count: seatsOpen })}</Tag>}>
        <p className={styles.wage}>
          <span className="number">{money(wageFen)}</span> {t(`common:wageUnit.${wageUnit}`)}
        </p>
        <p>{work.hostName}</p>
        <p>{where}</p>
        <p className="soft">{[period(startsOn, endsOn), ...also].join(' · ')}</p>
        {work.description && <p className="soft">{work.description}</p>}
        <Apply workId={id} />
      </Card>
    </li>
  );
}

function Apply({ workId }: { readonly workId: string }): ReactNode {
  const { t } = useTranslation('work');
  const { me } = useSession();
  if (me === null) return <ButtonLink to="/log-in">{t('logIn')}</ButtonLink>;
  if (me?.kind !== 'WORKER') return null;
  return (
    <>
      <HostScorecard of={{ needId: workId }} />
      <ApplyButton needId={workId} />
    </>
  );
}
