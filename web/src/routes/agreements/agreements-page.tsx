import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession } from '../../api/session';
import { useFormats } from '../../i18n/formats';
import { useAddress } from '../../shell/address';
import { Card, Tag } from '../../ui/card';
import { Choice } from '../../ui/choice';
import { Columns, Page } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { sideOf, stateTones, turnsOf } from './agreement.rules';
import styles from './agreements.module.css';
import { type AgreementFactsFragment, AgreementsDocument } from './agreements.graphql.ts';

const filters = ['all', 'DRAFT', 'ISSUED', 'IN_FORCE', 'ENDED'] as const;
/** An officer sees what is signed alone. */
const signedFilters = ['all', 'SIGNED', 'IN_FORCE', 'ENDED'] as const;

/** Agreements with other enterprises; for an officer, those of the jurisdiction that are signed. */
export function AgreementsPage(): ReactNode {
  const { t } = useTranslation('agreements');
  const { me } = useSession();
  const [address, go] = useAddress();
  const known = me?.kind === 'BUREAU' ? signedFilters : filters;
  const filter = known.find((one) => one === address.get('state')) ?? 'all';
  return (
    <Page title={t('list.title')}>
      <p className="soft">{t(me?.kind === 'BUREAU' ? 'list.whatBureau' : 'list.what')}</p>
      <Choice
        label={t('list.filter')}
        value={filter}
        onChange={(state) => go({ state: state === 'all' ? '' : state })}
        options={known.map((value) => ({ value, label: value === 'all' ? t('list.all') : t(`state.${value}`) }))}
      />
      <Pages
        key={filter}
        query={AgreementsDocument}
        variables={{ state: filter === 'all' ? null : filter }}
        of={['Agreement']}
        pick={({ agreements }) => agreements}
        empty={t('list.nothing')}
      >
        {(agreements) => (
          <Columns>
            {agreements.map((agreement) => (
              <AgreementCard key={agreement.id} agreement={agreement} />
            ))}
          </Columns>
        )}
      </Pages>
    </Page>
  );
}

function AgreementCard({ agreement }: { readonly agreement: AgreementFactsFragment }): ReactNode {
  const { t } = useTranslation('agreements');
  const { me } = useSession();
  const { period, number, ago } = useFormats();
  const { id, kind, state, host, lender, startsOn, endsOn, headcount, expiresAt } = agreement;
  const side = sideOf(agreement, me?.enterprise?.id);
  const turns = turnsOf(agreement);
  const isMine = side !== undefined && turns.includes(side);
  const partner = side === 'host' ? lender : host;
  return (
    <Card
      title={<Link to={`/agreements/${id}`}>{agreement.number}</Link>}
      actions={<Tag tone={stateTones[state]}>{t(`state.${state}`)}</Tag>}
    >
      <div className={styles.inside}>
        <p>
          {side === undefined
            ? t('list.between', { lender: lender?.name, host: host?.name })
            : t(`list.with.${side}`, { name: partner?.name })}
        </p>
        <p className="soft">
          {t(`kind.${kind}`)} · {period(startsOn, endsOn)} ·{' '}
          {t('list.heads', { count: headcount, n: number(headcount) })}
        </p>
        {turns.length > 0 && (
          <p>
            <Tag tone={isMine ? 'call' : 'plain'}>{t(isMine ? 'turn.yours' : 'turn.theirs')}</Tag>{' '}
            <span className="soft">{t('list.lapses', { when: ago(expiresAt) })}</span>
          </p>
        )}
      </div>
    </Card>
  );
}
