import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Columns, Page, Stack } from '../../ui/layout';
import { ConsentList } from './consent-list';
import { InterestList } from './interest-list';
import { LenderTabs } from './lender-tabs';
import { WaitingOffers } from './waiting-offers';

/** What waits for the lender's word, most pressing first, and what its workers answered. */
export function ConfirmationsPage(): ReactNode {
  const { t } = useTranslation('lender');
  return (
    <Page title={t('confirmations.title')}>
      <LenderTabs />
      <section>
        <Stack>
          <h2>{t('offers.title')}</h2>
          <WaitingOffers />
        </Stack>
      </section>
      <Columns least="l">
        <section>
          <Stack>
            <h2>{t('interests.title')}</h2>
            <p className="soft">{t('interests.what')}</p>
            <InterestList />
          </Stack>
        </section>
        <section>
          <Stack>
            <h2>{t('consents.title')}</h2>
            <p className="soft">{t('progress.silence')}</p>
            <ConsentList />
          </Stack>
        </section>
      </Columns>
    </Page>
  );
}
