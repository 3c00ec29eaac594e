import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddress } from '../../shell/address';
import { Button } from '../../ui/button';
import { Choice } from '../../ui/choice';
import { SelectField } from '../../ui/form';
import { Row } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { MaterialsFrame } from './materials-frame';
import styles from './materials.module.css';
import { TransferCard } from './transfer-card';
import { sides, transferStates } from './transfer.rules';
import { TransfersDocument } from './transfers.graphql.ts';

/** Goods on their way, out of the enterprise and into it, with what to do next. */
export function TransfersPage(): ReactNode {
  const { t } = useTranslation('materials');
  const [address, go] = useAddress();
  const side = sides.find((known) => known === address.get('side'));
  const state = transferStates.find((known) => known === address.get('state'));
  const [lotId, requestId] = [address.get('lot'), address.get('request')];
  const isPart = lotId !== null || requestId !== null;
  return (
    <MaterialsFrame>
      <Row>
        <Choice
          label={t('transfer.side')}
          value={side ?? ''}
          onChange={(chosen) => go({ side: chosen })}
          options={[
            { value: '', label: t('all') },
            ...sides.map((known) => ({ value: known, label: t(`side.${known}`) })),
          ]}
        />
        <SelectField
          label={t('transfer.state')}
          value={state ?? ''}
          onChange={(chosen) => go({ state: chosen })}
          options={[
            { value: '', label: t('all') },
            ...transferStates.map((known) => ({ value: known, label: t(`transferState.${known}`) })),
          ]}
        />
        {isPart && <Button onClick={() => go({ lot: '', request: '' })}>{t('transfer.everything')}</Button>}
      </Row>
      <Pages
        key={[side, state, lotId, requestId].join()}
        query={TransfersDocument}
        variables={{ side, state, lotId, requestId }}
        of={['MaterialTransfer']}
        pick={({ materialTransfers }) => materialTransfers}
        empty={t('transfer.none')}
      >
        {(transfers) => (
          <div className={styles.cards}>
            {transfers.map((transfer) => (
              <TransferCard key={transfer.id} transfer={transfer} />
            ))}
          </div>
        )}
      </Pages>
    </MaterialsFrame>
  );
}
