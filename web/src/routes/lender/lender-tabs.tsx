import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from '../../api/live';
import { Tabs } from '../../ui/tabs';
import { WaitingCountDocument } from './lender.graphql.ts';

/** The two screens of a lender, and how many loans wait for its word. */
export function LenderTabs(): ReactNode {
  const { t } = useTranslation('lender');
  const context = useMemo(() => ({ additionalTypenames: ['Offer'] }), []);
  const [{ data }] = useLiveQuery({ query: WaitingCountDocument, variables: {}, context });
  const waiting = data?.offers.edges.length ?? 0;
  const count = data?.offers.pageInfo.hasNextPage ? `${String(waiting)}+` : String(waiting);
  return (
    <Tabs
      label={t('tabs.label')}
      tabs={[
        { to: '/lender', text: t('listings.title') },
        { to: '/lender/confirmations', text: t('confirmations.title'), ...(waiting > 0 && { count }) },
      ]}
    />
  );
}
