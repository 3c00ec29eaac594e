import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../i18n/formats';
import { ButtonLink } from '../../ui/button';
import { Card, Tag } from '../../ui/card';
import { Columns, Page } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { LenderTabs } from './lender-tabs';
import { LineFacts } from './line-facts';
import styles from './lender.module.css';
import { MyListingsDocument, type MyListingsQuery } from './lender.graphql.ts';
import { ProgressBars } from './progress-bars';

/** The workers that the enterprise offers to lend, by listing. */
export function ListingsPage(): ReactNode {
  const { t } = useTranslation('lender');
  return (
    <Page
      title={t('listings.title')}
      actions={
        <>
          <ButtonLink to="/lender/returning">{t('listings.returning')}</ButtonLink>
          <ButtonLink kind="main" to="/lender/new">
            {t('listings.new')}
          </ButtonLink>
        </>
      }
    >
      <LenderTabs />
      <Pages
        query={MyListingsDocument}
        variables={{}}
        of={['SurplusListing', 'Consent']}
        pick={({ mySurplusListings }) => mySurplusListings}
        empty={t('listings.nothing')}
      >
        {(listings) => (
          <Columns>
            {listings.map((listing) => (
              <ListingCard key={listing.id} listing={listing} />
            ))}
          </Columns>
        )}
      </Pages>
    </Page>
  );
}

type MyListing = MyListingsQuery['mySurplusListings']['edges'][number]['node'];

function ListingCard({ listing }: { readonly listing: MyListing }): ReactNode {
  const { t } = useTranslation('lender');
  const { period } = useFormats();
  const { id, state, reason, startsOn, endsOn, lines, progress } = listing;
  const hidden = progress.lineCount - lines.length;
  return (
    <Card
      title={<Link to={`/lender/listings/${id}`}>{period(startsOn, endsOn)}</Link>}
      actions={<Tag tone={state === 'OPEN' ? 'good' : 'plain'}>{t(`listingState.${state}`)}</Tag>}
    >
      <div className={styles.inside}>
        <p className="soft">
          {t(`reason.${reason}`)} · {t('listing.heads', { count: progress.headcount })}
        </p>
        <ul className={styles.lines}>
          {lines.map((line) => (
            <LineFacts key={line.id} line={line} />
          ))}
        </ul>
        {hidden > 0 && <p className="soft">{t('listing.moreLines', { count: hidden })}</p>}
        <ProgressBars progress={progress} />
      </div>
    </Card>
  );
}
