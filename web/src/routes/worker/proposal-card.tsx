import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Bar, Card } from '../../ui/card';
import { ApplyButton } from '../apply/apply-button';
import { JobFacts } from './job-facts';
import styles from './worker.module.css';
import type { MyDayQuery } from './worker.graphql.ts';

export type MyProposal = MyDayQuery['myProposals']['edges'][number]['node'];

/** What the parts of a score are at most; the API counts points of ten thousand. */
const full = 10_000;

/** A job that the matching found, and why it fits. */
export function ProposalCard({ proposal }: { readonly proposal: MyProposal }): ReactNode {
  const { t } = useTranslation(['worker', 'common']);
  const { need } = proposal;
  if (!need) return null;
  return (
    <Card as="li" title={need.occupation.name}>
      <div className={styles.inside}>
        <JobFacts job={need} distanceM={proposal.distanceM} />
        <details>
          <summary>{t('proposal.why')}</summary>
          <div className={styles.inside}>
            {proposal.parts.map(({ name, points }) => (
              <Bar
                key={name}
                label={t(`common:part.${name}`, { defaultValue: name })}
                share={points / full}
                text={`${Math.round((100 * points) / full)}`}
              />
            ))}
          </div>
        </details>
        <ApplyButton needId={need.id} />
      </div>
    </Card>
  );
}
