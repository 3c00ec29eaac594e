import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import styles from './worker.module.css';
import type { JobFactsFragment } from './worker.graphql.ts';

interface JobFactsProps {
  readonly job: JobFactsFragment;
  readonly distanceM?: number;
}

/** What a worker asks first of a job: the wage, where, when, and what comes with it. */
export function JobFacts({ job, distanceM }: JobFactsProps): ReactNode {
  const { t } = useTranslation(['worker', 'common']);
  const { money, period, distance } = useFormats();
  const place = distanceM === undefined ? job.region.name : `${job.region.name} · ${distance(distanceM / 1000)}`;
  return (
    <>
      <p className={styles.wage}>
        <span className="number">{money(job.wageFen)}</span> {t(`common:wageUnit.${job.wageUnit}`)}
      </p>
      <dl className={styles.facts}>
        <Fact label={t('job.host')}>{job.host.name}</Fact>
        <Fact label={t('job.place')}>{place}</Fact>
        <Fact label={t('job.period')}>{period(job.startsOn, job.endsOn)}</Fact>
        <Fact label={t('job.shift')}>{t(`common:shift.${job.shift}`)}</Fact>
        {job.lodging && <Fact label={t('job.lodging')}>{t('job.lodgingYes')}</Fact>}
        {job.hazards.length > 0 && (
          <Fact label={t('job.hazards')}>{job.hazards.map((hazard) => t(`common:hazard.${hazard}`)).join(' · ')}</Fact>
        )}
      </dl>
      {job.description && <p className="soft">{job.description}</p>}
    </>
  );
}

export function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
