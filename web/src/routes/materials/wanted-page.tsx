import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session';
import { useAddress } from '../../shell/address';
import { ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Columns, Row } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { RegionField } from '../../ui/region/region-field';
import { KindField, WithKinds } from './kinds';
import { MaterialsFrame } from './materials-frame';
import styles from './materials.module.css';
import { RequestCard } from './request-card';
import { WantedDocument } from './requests.graphql.ts';

/** What others look for: whoever has it can offer it. */
export function WantedPage(): ReactNode {
  const { t } = useTranslation('materials');
  const { me } = useSession();
  const [address, go] = useAddress();
  const [kindId, regionId] = [address.get('kind'), address.get('region')];
  return (
    <MaterialsFrame>
      <Card>
        <WithKinds>
          {(kinds) => (
            <Columns least="s">
              <KindField
                label={t('kind')}
                kinds={kinds}
                blank={t('filter.anyKind')}
                value={kindId ?? ''}
                onChange={(kind) => go({ kind })}
              />
              <RegionField
                label={t('filter.region')}
                value={regionId === null ? null : { id: regionId, name: address.get('regionName') ?? '' }}
                onChange={(region) => go({ region: region?.id ?? '', regionName: region?.name ?? '' })}
              />
            </Columns>
          )}
        </WithKinds>
      </Card>
      <Pages
        key={`${String(kindId)} ${String(regionId)}`}
        query={WantedDocument}
        variables={{ kindId, regionId }}
        of={['MaterialRequest']}
        pick={({ materialRequests }) => materialRequests}
        empty={t('wanted.nothing')}
      >
        {(requests) => (
          <div className={styles.cards}>
            {requests.map((request) => (
              <RequestCard key={request.id} request={request}>
                {me?.kind === 'ENTERPRISE' && me.enterprise?.id !== request.enterprise.id && (
                  <Row>
                    <ButtonLink to={`/materials/lots/new?kind=${request.kinds[0]?.id ?? ''}`}>
                      {t('wanted.offer')}
                    </ButtonLink>
                  </Row>
                )}
              </RequestCard>
            ))}
          </div>
        )}
      </Pages>
    </MaterialsFrame>
  );
}
