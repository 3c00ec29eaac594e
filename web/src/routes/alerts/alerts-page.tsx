import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddress } from '../../shell/address';
import { Choice } from '../../ui/choice';
import { Row, Stack } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { AlertCard } from './alert-card';
import { AlertsDocument, type AlertState } from './alerts.graphql.ts';
import { AlertsFrame } from './alerts-frame';

const states: readonly AlertState[] = ['OPEN', 'ACKNOWLEDGED', 'CLOSED'];

/** What passed its bound, the newest first: the bureau's own, and those of bureaus below. */
export function AlertsPage(): ReactNode {
  const { t } = useTranslation('alerts');
  const [address, go] = useAddress();
  const state = states.find((known) => known === address.get('state')) ?? 'OPEN';
  return (
    <AlertsFrame>
      <Row>
        <Choice
          label={t('stateChoice')}
          value={state}
          onChange={(chosen) => go({ state: chosen })}
          options={states.map((known) => ({ value: known, label: t(`state.${known}`) }))}
        />
      </Row>
      <Pages
        key={state}
        query={AlertsDocument}
        variables={{ state }}
        of={['Alert']}
        pick={({ alerts }) => alerts}
        empty={t(`none.${state}`)}
      >
        {(alerts) => (
          <Stack>
            {alerts.map((alert) => (
              <AlertCard key={alert.id} alert={alert} />
            ))}
          </Stack>
        )}
      </Pages>
    </AlertsFrame>
  );
}
