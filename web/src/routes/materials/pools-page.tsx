import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session';
import { useAddress } from '../../shell/address';
import { ButtonLink } from '../../ui/button';
import { Choice } from '../../ui/choice';
import { CheckField } from '../../ui/form';
import { Row } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { MaterialsFrame } from './materials-frame';
import styles from './materials.module.css';
import { PoolCard } from './pool-card';
import { poolStates } from './pool.rules';
import { PoolsDocument } from './pools.graphql.ts';

/** What enterprises buy together: how far each purchase is from its threshold, and from a better price. */
export function PoolsPage(): ReactNode {
  const { t } = useTranslation('materials');
  const { me } = useSession();
  const [address, go] = useAddress();
  const state = poolStates.find((known) => known === address.get('state'));
  const isMine = address.has('mine');
  const isEnterprise = me?.kind === 'ENTERPRISE';
  return (
    <MaterialsFrame
      actions={
        isEnterprise && (
          <ButtonLink kind="main" to="/materials/pools/new">
            {t('pool.open')}
          </ButtonLink>
        )
      }
    >
      <Row>
        <Choice
          label={t('pool.state')}
          value={state ?? ''}
          onChange={(chosen) => go({ state: chosen })}
          options={[
            { value: '', label: t('all') },
            ...poolStates.map((known) => ({ value: known, label: t(`poolState.${known}`) })),
          ]}
        />
        {isEnterprise && (
          <CheckField label={t('pool.mine')} checked={isMine} onChange={(mine) => go({ mine: mine ? 'yes' : '' })} />
        )}
      </Row>
      <Pages
        key={`${String(state)} ${String(isMine)}`}
        query={PoolsDocument}
        variables={{ state, ...(isMine && { mine: true }) }}
        of={['PooledPurchase']}
        pick={({ pooledPurchases }) => pooledPurchases}
        empty={t('pool.none')}
      >
        {(pools) => (
          <div className={styles.cards}>
            {pools.map((pool) => (
              <PoolCard key={pool.id} pool={pool} />
            ))}
          </div>
        )}
      </Pages>
    </MaterialsFrame>
  );
}
