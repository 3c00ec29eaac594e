import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session';
import { useAddress } from '../../shell/address';
import { ButtonLink } from '../../ui/button';
import { Choice } from '../../ui/choice';
import { Pages } from '../../ui/pages';
import { OrderCard } from './order-card';
import {
  MyOrdersDocument,
  type OrderFactsFragment,
  type ProductionOrderState,
  RegionOrdersDocument,
} from './orders.graphql.ts';
import { OrdersFrame } from './orders-frame';
import styles from './orders.module.css';

const states: readonly ProductionOrderState[] = ['OPEN', 'DELIVERED', 'CANCELLED'];
const changing = ['ProductionOrder', 'MaterialTransfer', 'CapacityBooking', 'Offer'];

/** Orders and how far each is secured: an enterprise's own, or those of a bureau's jurisdiction. */
export function OrdersPage(): ReactNode {
  const { t } = useTranslation('orders');
  const { me } = useSession();
  const [address, go] = useAddress();
  const state = states.find((known) => known === address.get('state')) ?? 'OPEN';
  const list = (orders: readonly OrderFactsFragment[]): ReactNode => (
    <div className={styles.cards}>
      {orders.map((order) => (
        <OrderCard key={order.id} order={order} isOwn={me?.kind === 'ENTERPRISE'} />
      ))}
    </div>
  );
  const shared = { variables: { state }, of: changing, empty: t(`none.${state}`) };
  return (
    <OrdersFrame
      actions={
        me?.kind === 'ENTERPRISE' && (
          <ButtonLink kind="main" to="/orders/new">
            {t('place.open')}
          </ButtonLink>
        )
      }
    >
      <Choice
        label={t('stateChoice')}
        value={state}
        onChange={(chosen) => go({ state: chosen })}
        options={states.map((known) => ({ value: known, label: t(`state.${known}`) }))}
      />
      {me?.kind === 'BUREAU' ? (
        <Pages key={state} {...shared} query={RegionOrdersDocument} pick={({ productionOrders }) => productionOrders}>
          {list}
        </Pages>
      ) : (
        <Pages key={state} {...shared} query={MyOrdersDocument} pick={({ myOrders }) => myOrders}>
          {list}
        </Pages>
      )}
    </OrdersFrame>
  );
}
