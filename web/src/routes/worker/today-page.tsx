import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from '../../api/live';
import { Page } from '../../ui/layout';
import { Answer, Empty } from '../../ui/state';
import { SavedNews } from '../work/saved-news';
import { PassToday } from '../pass/pass-today';
import { SeatsToday } from '../transport/seats-today';
import { ConsentCard } from './consent-card';
import { OfferCard } from './offer-card';
import { PlacementCard } from './placement-card';
import { ProposalCard } from './proposal-card';
import { ReachCard } from './reach-card';
import { mayConfirm } from './terms-card';
import styles from './worker.module.css';
import { MyDayDocument, type MyDayQuery } from './worker.graphql.ts';

const context = { additionalTypenames: ['Consent', 'Offer', 'Placement', 'Proposal', 'Application'] };

/** Everything that waits for the worker's word, most pressing first. */
export function TodayPage(): ReactNode {
  const { t } = useTranslation('worker');
  const [day, ask] = useLiveQuery({ query: MyDayDocument, context: useMemo(() => context, []) });
  return (
    <Page title={t('today.title')} width="text">
      <PassToday />
      <SavedNews />
      <SeatsToday />
      <Answer of={day} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {(data) => <Day day={data} />}
      </Answer>
      <ReachCard />
    </Page>
  );
}

function Day({ day }: { readonly day: MyDayQuery }): ReactNode {
  const { t } = useTranslation('worker');
  const consents = day.myConsents.edges.map(({ node }) => node).filter(({ state }) => state === 'REQUESTED');
  const offers = day.offers.edges.map(({ node }) => node);
  const placements = day.placements.edges.map(({ node }) => node).filter(mayConfirm);
  const proposals = day.myProposals.edges.map(({ node }) => node);
  if (consents.length + placements.length + offers.length + proposals.length === 0)
    return <Empty>{t('today.nothing')}</Empty>;
  return (
    <>
      <Group title={t('today.terms')}>
        {placements.map((placement) => (
          <PlacementCard key={placement.id} placement={placement} />
        ))}
      </Group>
      <Group title={t('today.consents')}>
        {consents.map((consent) => (
          <ConsentCard key={consent.id} consent={consent} />
        ))}
      </Group>
      <Group title={t('today.offers')}>
        {offers.map((offer) => (
          <OfferCard key={offer.id} offer={offer} />
        ))}
      </Group>
      <Group title={t('today.proposals')}>
        {proposals.map((proposal) => (
          <ProposalCard key={proposal.id} proposal={proposal} />
        ))}
      </Group>
    </>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: readonly ReactNode[] }): ReactNode {
  if (children.length === 0) return null;
  return (
    <section className={styles.list}>
      <h2>{title}</h2>
      <ul className={styles.list}>{children}</ul>
    </section>
  );
}
