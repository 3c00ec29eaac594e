import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../i18n/formats';
import { Bar, Card, Tag } from '../../ui/card';
import { Row, Stack } from '../../ui/layout';
import type { OrderFactsFragment } from './orders.graphql.ts';
import { daysUntil, legShares, standingOf, tones } from './orders.rules';
import styles from './orders.module.css';

/** How an order stands, as a word with a colour. */
export function StandingTag({ order }: { readonly order: OrderFactsFragment }): ReactNode {
  const { t } = useTranslation('orders');
  const standing = standingOf(order);
  return <Tag tone={tones[standing]}>{t(`standing.${standing}`)}</Tag>;
}

/** By when an order is promised, and how long that is. */
export function useDueWords(): (order: Pick<OrderFactsFragment, 'dueDate' | 'state' | 'deliveredOn'>) => string {
  const { t } = useTranslation('orders');
  const { date } = useFormats();
  return ({ dueDate, state, deliveredOn }) => {
    if (deliveredOn !== null) return t('due.delivered', { due: date(dueDate), on: date(deliveredOn) });
    const days = daysUntil(dueDate);
    if (state !== 'OPEN') return t('due.on', { date: date(dueDate) });
    return t(days < 0 ? 'due.past' : 'due.left', { date: date(dueDate), count: Math.abs(days) });
  };
}

interface OrderCardProps {
  readonly order: OrderFactsFragment;
  readonly isOwn: boolean;
}

/** An order at a glance: what it is worth, by when, and how far each leg is there. */
export function OrderCard({ order, isOwn }: OrderCardProps): ReactNode {
  const { t } = useTranslation('orders');
  const { number, money, percent } = useFormats();
  const due = useDueWords();
  const { id, reference, product, quantity, valueFen, enterprise, region, requirements, proposal } = order;
  return (
    <Card
      as="article"
      title={<Link to={`/orders/${id}`}>{`${reference} · ${product}`}</Link>}
      actions={
        <Row>
          {isOwn && proposal && <Tag tone="call">{t('proposal.tag')}</Tag>}
          <StandingTag order={order} />
        </Row>
      }
    >
      <Stack>
        <div className={styles.facts}>
          {!isOwn && (
            <p>
              {enterprise.name} · {region.name}
            </p>
          )}
          <p>{t('facts', { quantity: number(Number(quantity)), value: money(valueFen) })}</p>
          <p className="soft">{due(order)}</p>
        </div>
        {order.state === 'OPEN' && (
          <div className={styles.bars}>
            {legShares(requirements).map(({ leg, share }) => (
              <Bar key={leg} label={t(`leg.${leg}`)} share={share} text={percent(Math.floor(share * 100) / 100)} />
            ))}
          </div>
        )}
      </Stack>
    </Card>
  );
}
