import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession } from '../../api/session';
import { useFormats } from '../../i18n/formats';
import { useAddress } from '../../shell/address';
import { Card, Tag } from '../../ui/card';
import { Choice } from '../../ui/choice';
import { SelectField } from '../../ui/form';
import { Columns, Page, Stack } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { useAgreements } from './agreement-options';
import { Fact } from './fact';
import { Legs } from './legs';
import { PrepareCard } from './prepare-card';
import { byMonth, sideOf, stateTones } from './settlement.rules';
import styles from './settlements.module.css';
import { type SettlementFactsFragment, SettlementsDocument } from './settlements.graphql.ts';

const filters = ['all', 'DRAFT', 'ISSUED', 'CONFIRMED', 'DISPUTED', 'PAID'] as const;

/** What each month of each agreement costs, and how far it is paid. */
export function SettlementsPage(): ReactNode {
  const { t } = useTranslation('settlements');
  const { monthOf } = useMonths();
  const [address, go] = useAddress();
  const agreements = useAgreements();
  const filter = filters.find((one) => one === address.get('state')) ?? 'all';
  const agreementId = address.get('agreement') ?? '';
  return (
    <Page title={t('list.title')}>
      <p className="soft">{t('list.what')}</p>
      <PrepareCard agreements={agreements} />
      <Columns>
        <SelectField
          label={t('list.agreement')}
          value={agreementId}
          onChange={(agreement) => go({ agreement })}
          options={[{ value: '', label: t('list.allAgreements') }, ...agreements]}
        />
      </Columns>
      <Choice
        label={t('list.filter')}
        value={filter}
        onChange={(state) => go({ state: state === 'all' ? '' : state })}
        options={filters.map((value) => ({ value, label: value === 'all' ? t('list.all') : t(`state.${value}`) }))}
      />
      <Pages
        key={`${filter} ${agreementId}`}
        query={SettlementsDocument}
        variables={{ state: filter === 'all' ? null : filter, agreementId: agreementId === '' ? null : agreementId }}
        of={['Settlement', 'PayLine']}
        pick={({ settlements }) => settlements}
        empty={t('list.nothing')}
      >
        {(settlements) =>
          byMonth(settlements).map(([month, some]) => (
            <Stack key={month}>
              <h2>{monthOf(month)}</h2>
              <Columns>
                {some.map((settlement) => (
                  <SettlementCard key={settlement.id} settlement={settlement} />
                ))}
              </Columns>
            </Stack>
          ))
        }
      </Pages>
    </Page>
  );
}

function SettlementCard({ settlement }: { readonly settlement: SettlementFactsFragment }): ReactNode {
  const { t } = useTranslation('settlements');
  const { me } = useSession();
  const { money, date, period } = useFormats();
  const { id, agreementNumber, state, host, lender, late, totalFen, hostPaysBy, workersPaidBy } = settlement;
  const side = sideOf(settlement, me?.enterprise?.id);
  return (
    <Card
      as="article"
      title={
        <Link to={`/settlements/${id}`}>
          {t(`list.with.${side ?? 'host'}`, { name: (side === 'host' ? lender : host)?.name })}
        </Link>
      }
      actions={<Tag tone={stateTones[state]}>{t(`state.${state}`)}</Tag>}
    >
      <div className={styles.inside}>
        <p className="soft">
          {agreementNumber} · {period(settlement.periodStartsOn, settlement.periodEndsOn)}
        </p>
        <dl className={styles.facts}>
          <Fact label={t('fact.total')}>
            <strong className="number">{money(totalFen)}</strong>
          </Fact>
          <Fact label={t('fact.hostPaysBy')}>{date(hostPaysBy)}</Fact>
          <Fact label={t('fact.workersPaidBy')}>{date(workersPaidBy)}</Fact>
        </dl>
        <Legs settlement={settlement} />
        {late.length > 0 && (
          <ul className={styles.list}>
            {late.map(({ kind, days }) => (
              <li key={kind}>
                <Tag tone="bad">{t('late.days', { count: days })}</Tag> {t(`late.${kind}`)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

function useMonths(): { monthOf: (month: string) => string } {
  const { i18n } = useTranslation();
  const format = new Intl.DateTimeFormat(i18n.language, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  return { monthOf: (month) => format.format(new Date(`${month}-01`)) };
}
