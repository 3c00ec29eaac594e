import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from '../../api/live';
import { useFormats } from '../../i18n/formats';
import { Bar, Card } from '../../ui/card';
import { Columns, Stack } from '../../ui/layout';
import { Answer } from '../../ui/state';
import { FairnessGroups } from './fairness-groups';
import { evenOver, longestOf } from './fairness.rules';
import { type FairnessFragment, RunFairnessDocument, type WaitedFragment } from './matching.graphql.ts';
import styles from './matching.module.css';

/** How evenly the proposals of a run are spread. */
export function FairnessCard({ runId }: { readonly runId: string }): ReactNode {
  const { t } = useTranslation('matching');
  const [answer, ask] = useLiveQuery({ query: RunFairnessDocument, variables: { id: runId } });
  return (
    <Card title={t('fairness.title')}>
      <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {({ matchRun }) =>
          matchRun?.fairness ? <Spread fairness={matchRun.fairness} /> : <p className="soft">{t('fairness.missing')}</p>
        }
      </Answer>
    </Card>
  );
}

function Spread({ fairness }: { readonly fairness: FairnessFragment }): ReactNode {
  const { t } = useTranslation('matching');
  return (
    <Stack>
      <p className="soft">{t('fairness.intro')}</p>
      <Columns least="l">
        <Enterprises fairness={fairness} />
        <Waits {...fairness} />
      </Columns>
      <FairnessGroups groups={fairness.groups} />
    </Stack>
  );
}

function Enterprises({ fairness }: { readonly fairness: FairnessFragment }): ReactNode {
  const { t } = useTranslation('matching');
  const { number, percent } = useFormats();
  const { enterprises, largestShare, concentration } = fairness;
  return (
    <section className={styles.part}>
      <h3>{t('fairness.enterprises')}</h3>
      {enterprises.length === 0 ? (
        <p className="soft">{t('fairness.noProposals')}</p>
      ) : (
        <Stack>
          <p>
            {enterprises.length === 1 && largestShare === 1
              ? t('fairness.onlyOne')
              : t('fairness.shares', { share: percent(largestShare), count: evenOver(concentration) })}
          </p>
          {enterprises.map(({ enterprise, proposals, share }, index) => (
            <Bar
              key={enterprise?.id ?? index}
              label={enterprise?.name ?? t('fairness.unknown')}
              share={share}
              text={t('fairness.share', { proposals: number(proposals), share: percent(share) })}
            />
          ))}
        </Stack>
      )}
    </section>
  );
}

/** Those with a proposal against those without: who has waited longer. */
function Waits({ seated, unseated }: Pick<FairnessFragment, 'seated' | 'unseated'>): ReactNode {
  const { t } = useTranslation('matching');
  const { number } = useFormats();
  const most = longestOf([seated, unseated]);
  return (
    <section className={styles.part}>
      <Stack>
        <h3>{t('fairness.waits')}</h3>
        <Wait
          title={t('fairness.seated', { count: seated.workers, workers: number(seated.workers) })}
          waited={seated}
          most={most}
        />
        <Wait
          title={t('fairness.unseated', { count: unseated.workers, workers: number(unseated.workers) })}
          waited={unseated}
          most={most}
        />
      </Stack>
    </section>
  );
}

interface WaitProps {
  readonly title: string;
  readonly waited: WaitedFragment;
  /** What a full bar is, days. */
  readonly most: number;
}

function Wait({ title, waited, most }: WaitProps): ReactNode {
  const { t } = useTranslation('matching');
  const { medianDays, longestDays } = waited;
  return (
    <section className={styles.part}>
      <h4>{title}</h4>
      {medianDays === null || longestDays === null ? (
        <p className="soft">{t('fairness.nobody')}</p>
      ) : (
        <>
          <Bar
            label={t('fairness.median')}
            share={most === 0 ? 0 : medianDays / most}
            text={t('fairness.days', { count: medianDays })}
          />
          <Bar
            label={t('fairness.longest')}
            share={most === 0 ? 0 : longestDays / most}
            text={t('fairness.days', { count: longestDays })}
          />
        </>
      )}
    </section>
  );
}
