import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddress } from '../../shell/address';
import { Card } from '../../ui/card';
import { Columns } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { RegionField } from '../../ui/region/region-field';
import { CapacityFrame } from './capacity-frame';
import styles from './capacity.module.css';
import { ProcessField, WithProcesses } from './catalogue';
import { RequestCard } from './request-card';
import { WantedCapacityDocument } from './requests.graphql.ts';

/** What others need done: whoever has the machines can offer time of them. */
export function WantedPage(): ReactNode {
  const { t } = useTranslation('capacity');
  const [address, go] = useAddress();
  const [processId, regionId] = [address.get('process'), address.get('region')];
  return (
    <CapacityFrame>
      <Card>
        <WithProcesses>
          {(processes) => (
            <Columns least="s">
              <ProcessField
                label={t('process')}
                processes={processes}
                value={processId ?? ''}
                onChange={(process) => go({ process })}
              />
              <RegionField
                label={t('find.region')}
                value={regionId === null ? null : { id: regionId, name: address.get('regionName') ?? '' }}
                onChange={(region) => go({ region: region?.id ?? '', regionName: region?.name ?? '' })}
              />
            </Columns>
          )}
        </WithProcesses>
      </Card>
      <Pages
        key={`${String(processId)} ${String(regionId)}`}
        query={WantedCapacityDocument}
        variables={{ processId, regionId }}
        of={['CapacityRequest']}
        pick={({ capacityRequests }) => capacityRequests}
        empty={t('wanted.nothing')}
      >
        {(requests) => (
          <div className={styles.cards}>
            {requests.map((request) => (
              <RequestCard key={request.id} request={request} />
            ))}
          </div>
        )}
      </Pages>
    </CapacityFrame>
  );
}
