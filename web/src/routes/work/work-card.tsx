import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session';
import { useFormats } from '../../i18n/formats';
import { ButtonLink } from '../../ui/button';
import { Card, Tag } from '../../ui/card';
import { Notice } from '../../ui/notice';
import { ApplyButton } from '../apply/apply-button';
import { HostScorecard } from '../scorecard/host-scorecard';
import styles from './work.module.css';
import type { Work } from './work.rules';

/** One job on offer: what a person asks first, and the way to it. */
export function WorkCard({ work, anchor }: { readonly work: Work; readonly anchor?: string }): ReactNode {
  const { t } = useTranslation(['work', 'common']);
  const { money, period, distance } = useFormats();
  const { occupation, seatsOpen, wageFen, wageUnit, region, distanceM, startsOn, endsOn, certificates, hazards } = work;
  const where = distanceM === null ? region.name : `${region.name} · ${distance(distanceM / 1000)}`;
  const also = [
    t(`common:shift.${work.shift}`),
    ...(work.lodging ? [t('lodging')] : []),
    ...certificates.map(({ name }) => name),
  ];
  return (
    <li id={anchor}>
      <Card title={occupation.name} actions={<Tag tone="good">{t('seats', { count: seatsOpen })}</Tag>}>
        <p className={styles.wage}>
          <span className="number">{money(wageFen)}</span> {t(`common:wageUnit.${wageUnit}`)}
        </p>
        <p>{work.hostName}</p>
        <p>{where}</p>
        <p className="soft">{[period(startsOn, endsOn), ...also].join(' · ')}</p>
        {work.description && <p className="soft">{work.description}</p>}
        {hazards.length > 0 && (
          <p className={styles.hazards}>
            {t('hazards', { list: hazards.map((hazard) => t(`common:hazard.${hazard}`)).join(' · ') })}
          </p>
        )}
        <Apply work={work} />
      </Card>
    </li>
  );
}

function Apply({ work }: { readonly work: Work }): ReactNode {
  const { t } = useTranslation('work');
  const { me } = useSession();
  if (me === null) return <ButtonLink to="/log-in">{t('logIn')}</ButtonLink>;
  if (me?.kind !== 'WORKER') return null;
  return (
    <>
      {work.hostScorecard && <HostScorecard of={{ card: work.hostScorecard }} />}
      {work.isBarredToMe ? <Notice tone="call">{t('barred')}</Notice> : <ApplyButton needId={work.id} />}
    </>
  );
}
