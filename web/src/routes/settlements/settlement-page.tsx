import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useLiveQuery } from '../../api/live';
import { useFormats } from '../../i18n/formats';
import { Card, Tag } from '../../ui/card';
import { Page, Stack } from '../../ui/layout';
import { Answer, Empty } from '../../ui/state';
import { Actions } from './actions';
import { Fact } from './fact';
import { FindingsCard } from './findings-card';
import { Legs } from './legs';
import { LinesCard } from './lines-card';
import { ProofsCard } from './proofs-card';
import { type Settlement, stateTones } from './settlement.rules';
import styles from './settlements.module.css';
import { OneSettlementDocument } from './settlements.graphql.ts';
import { StatementLinks } from './statement-links';

/** One settlement: what it comes to, how far it is paid, and what the viewer's side may do now. */
export function SettlementPage(): ReactNode {
  const { t } = useTranslation('settlements');
  const { id = '' } = useParams();
  const context = useMemo(() => ({ additionalTypenames: ['Settlement', 'InsuranceProof', 'LineObjection'] }), []);
  const [answer, ask] = useLiveQuery({ query: OneSettlementDocument, variables: { id }, context });
  return (
    <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
      {({ settlement }) => (settlement ? <Whole key={id} settlement={settlement} /> : <Empty>{t('page.gone')}</Empty>)}
    </Answer>
  );
}

function Whole({ settlement }: { readonly settlement: Settlement }): ReactNode {
  const { t } = useTranslation('settlements');
  const { period } = useFormats();
  const { periodStartsOn, periodEndsOn, state, disputedBy, disputeReason } = settlement;
  return (
    <Page
      title={t('page.title', { period: period(periodStartsOn, periodEndsOn) })}
      actions={<Tag tone={stateTones[state]}>{t(`state.${state}`)}</Tag>}
    >
      <Facts settlement={settlement} />
      <Actions settlement={settlement} />
      {state === 'DISPUTED' && disputedBy !== null && (
        <p>
          <Tag tone="bad">{t('state.DISPUTED')}</Tag> {t(`page.disputed.${disputedBy}`, { reason: disputeReason })}
        </p>
      )}
      <div className={styles.page}>
        <Stack>
          <Card title={t('legs.title')}>
            <Legs settlement={settlement} />
          </Card>
          <LinesCard settlement={settlement} />
        </Stack>
        <Stack>
          <Totals settlement={settlement} />
          <FindingsCard settlement={settlement} />
          <ProofsCard settlement={settlement} />
          <StatementLinks settlement={settlement} />
        </Stack>
      </div>
    </Page>
  );
}

function Facts({ settlement }: { readonly settlement: Settlement }): ReactNode {
  const { t } = useTranslation('settlements');
  const { date } = useFormats();
  const { lender, host, agreementNumber, hostPaysBy, workersPaidBy } = settlement;
  return (
    <dl className={styles.facts}>
      <Fact label={t('fact.lender')}>{lender?.name}</Fact>
      <Fact label={t('fact.host')}>{host?.name}</Fact>
      <Fact label={t('list.agreement')}>{agreementNumber}</Fact>
      <Fact label={t('fact.hostPaysBy')}>{date(hostPaysBy)}</Fact>
      <Fact label={t('fact.workersPaidBy')}>{date(workersPaidBy)}</Fact>
    </dl>
  );
}

/** What the host pays, and that nothing of it is anybody's profit. */
function Totals({ settlement }: { readonly settlement: Settlement }): ReactNode {
  const { t } = useTranslation('settlements');
  const { money } = useFormats();
  const { payFen, contributionsFen, reimbursementsFen, totalFen } = settlement;
  return (
    <Card title={t('totals.title')}>
      <div className={styles.inside}>
        <dl className={styles.facts}>
          <Fact label={t('fact.pay')}>{money(payFen)}</Fact>
          <Fact label={t('fact.contributions')}>{money(contributionsFen)}</Fact>
          <Fact label={t('fact.reimbursements')}>{money(reimbursementsFen)}</Fact>
          <Fact label={t('fact.total')}>
            <strong className="number">{money(totalFen)}</strong>
          </Fact>
        </dl>
        <p className="soft">{t('totals.noMargin')}</p>
      </div>
    </Card>
  );
}
