import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from '../../api/live';
import { useAddress } from '../../shell/address';
import { Card } from '../../ui/card';
import { Choice } from '../../ui/choice';
import { Page } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { ToVerifyDocument } from '../bureau/register.graphql.ts';
import { RegisterList } from '../bureau/register-list';
import { Complaints } from './complaints';
import { DeskCountsDocument, DeskFlagCountDocument } from './desk.graphql.ts';
import { type Tab, tabOf, tabs } from './desk.rules';
import { Flags } from './flags';
import { Injuries, Returns } from './injuries';
import { Penalties, Reviews } from './appeals';
import { Sanctions } from './sanctions';

const screens: Record<Tab, () => ReactNode> = {
  verify: Verify,
  complaints: Complaints,
  injuries: Injuries,
  returns: Returns,
  penalties: Penalties,
  reviews: Reviews,
  dispatch: Flags,
  sanctions: Sanctions,
};

/** All that waits for an officer, by kind. */
export function DeskPage(): ReactNode {
  const { t } = useTranslation('desk');
  const [address, go] = useAddress();
  const counts = useCounts();
  const tab = tabOf(address);
  const Screen = screens[tab];
  return (
    <Page title={t('title')}>
      <Choice
        label={t('tabs')}
        value={tab}
        onChange={(value) => go({ tab: value })}
        options={tabs.map((value) => ({ value, label: [t(`tab.${value}`), counts[value] || ''].join(' ').trim() }))}
      />
      <Card title={t(`tab.${tab}`)}>
        <Screen />
      </Card>
    </Page>
  );
}

function Verify(): ReactNode {
  const { t } = useTranslation('desk');
  return (
    <Pages
      query={ToVerifyDocument}
      variables={{}}
      of={['Enterprise']}
      pick={(data) => data.enterprisesToVerify}
      empty={t('nothing')}
    >
      {(enterprises) => <RegisterList enterprises={enterprises} />}
    </Pages>
  );
}

/** What is still open of each kind, up to a hundred. */
function useCounts(): Partial<Record<Tab, number>> {
  const context = useMemo(
    () => ({ additionalTypenames: ['Enterprise', 'Complaint', 'Injury', 'Penalty', 'Review', 'PlacementReturn'] }),
    [],
  );
  const [{ data }] = useLiveQuery({ query: DeskCountsDocument, variables: {}, context });
  const [{ data: flags }] = useLiveQuery({ query: DeskFlagCountDocument, variables: {} });
  if (!data) return {};
  const open = (edges: readonly { readonly node: { readonly state: string } }[], states: readonly string[]): number =>
    edges.filter(({ node }) => states.includes(node.state)).length;
  return {
    verify: data.enterprisesToVerify.edges.length,
    complaints: open(data.complaints.edges, ['OPEN', 'IN_REVIEW']),
    injuries: open(data.injuries.edges, ['REPORTED', 'LENDER_NOTIFIED']),
    returns: data.placementReturns.edges.length,
    penalties: open(data.penalties.edges, ['APPEALED']),
    reviews: data.reviews.edges.length,
    dispatch: flags?.dispatchFlags.edges.length ?? 0,
  };
}
