import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Bar, Stat, Stats, Tag } from '../../ui/card';
import { Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import styles from './orders.module.css';
import { type Outcome, rateWith } from './region.rules';
import { useAmount } from './words';

/** So many orders are shown until all are asked for. */
const few = 10;

interface OutcomeProps {
  readonly outcome: Outcome;
  readonly byNumber: boolean;
}

/** The rate now, with orders secured one by one, and with the joint plan; how good that is, and what is scarce. */
export function RegionOutcome({ outcome, byNumber }: OutcomeProps): ReactNode {
  const { t } = useTranslation('orders');
  const { percent, number, money } = useFormats();
  const { oneByOne, joint, gap, scarce, secured } = outcome;
  const worth = (value: number): string => (byNumber ? t('region.plan.orders', { count: value }) : money(value));
  const bars = [
    ['now', 0],
    ['oneByOne', oneByOne.orders],
    ['joint', joint.orders],
  ] as const;
  return (
    <Stack>
      <section className={styles.part}>
        <h3>{t('region.plan.rates')}</h3>
        {bars.map(([name, orders]) => {
          const share = rateWith(outcome, orders);
          return <Bar key={name} label={t(`region.plan.${name}`)} share={share ?? 0} text={percent(share)} />;
        })}
      </section>
      <Stats>
        <Stat
          label={t('region.plan.joint')}
          value={worth(joint.value)}
          note={t('region.plan.orders', { count: joint.orders })}
        />
        <Stat
          label={t('region.plan.oneByOne')}
          value={worth(oneByOne.value)}
          note={t('region.plan.orders', { count: oneByOne.orders })}
        />
        <Stat
          label={t('region.plan.gap')}
          value={percent(Math.ceil(gap * 1000) / 1000)}
          note={gap === 0 ? t('region.plan.proven') : t('region.plan.bound', { worth: worth(outcome.bound) })}
        />
      </Stats>
      {scarce.length > 0 && <ScarceTable scarce={scarce} byNumber={byNumber} />}
      {secured.length > 0 && <SecuredTable secured={secured} />}
      {secured.length < joint.orders && (
        <p className="soft">{t('region.plan.more', { shown: number(secured.length), count: joint.orders })}</p>
      )}
    </Stack>
  );
}

function SecuredTable({ secured }: Pick<Outcome, 'secured'>): ReactNode {
  const { t } = useTranslation('orders');
  const [isAll, setAll] = useState(false);
  const shown = isAll ? secured : secured.slice(0, few);
  return (
    <section className={styles.part}>
      <h3>{t('region.plan.secured')}</h3>
      <Table caption={t('region.plan.secured')}>
        <thead>
          <tr>
            {(['order', 'enterprise', 'due', 'value', 'state'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`region.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((order) => (
            <SecuredRow key={order.id} order={order} />
          ))}
        </tbody>
      </Table>
      {shown.length < secured.length && (
        <Button onClick={() => setAll(true)}>{t('region.plan.all', { count: secured.length })}</Button>
      )}
    </section>
  );
}

function SecuredRow({ order }: { readonly order: Outcome['secured'][number] }): ReactNode {
  const { t } = useTranslation('orders');
  const { date, money } = useFormats();
  const { id, reference, product, dueDate, valueFen, isSecured, enterprise } = order;
  return (
    <tr>
      <th scope="row" className={styles.nowrap}>
        <Link to={`/orders/${id}`}>{`${reference} · ${product}`}</Link>
      </th>
      <td className={styles.nowrap}>{enterprise.name}</td>
      <td className={styles.nowrap}>{date(dueDate)}</td>
      <td className={styles.nowrap}>{money(valueFen)}</td>
      <td className={styles.nowrap}>
        <Tag tone={isSecured ? 'good' : 'call'}>{t(isSecured ? 'standing.secured' : 'proposal.tag')}</Tag>
      </td>
    </tr>
  );
}

function ScarceTable({ scarce, byNumber }: Pick<Outcome, 'scarce'> & Pick<OutcomeProps, 'byNumber'>): ReactNode {
  const { t } = useTranslation('orders');
  const { money, number } = useFormats();
  const amount = useAmount();
  // Machine time is priced by the hour.
  const priceOf = (unit: string, worth: number): string => {
    const price = unit === 'minute' ? 60 * worth : worth;
    return byNumber ? t('region.plan.partOrders', { amount: number(price) }) : money(price);
  };
  return (
    <section className={styles.part}>
      <h3>{t('region.plan.scarce')}</h3>
      <p className="soft">{t('region.plan.scarceExplain')}</p>
      <Table caption={t('region.plan.scarce')} of="figures">
        <thead>
          <tr>
            {(['thing', 'price', 'more', 'gain'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`region.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scarce.map(({ leg, thingId, name, unit, worthPerUnit, more, moreOrders, moreValue }) => (
            <tr key={`${leg} ${thingId}`}>
              <th scope="row">{`${t(`leg.${leg}`)} · ${name}`}</th>
              <td>
                {t('region.price', {
                  worth: priceOf(unit, worthPerUnit),
                  one: amount(unit === 'minute' ? 60 : 1, unit),
                })}
              </td>
              <td>{`+ ${amount(more, unit)}`}</td>
              <td>
                {t('region.plan.orders', { count: moreOrders })}
                {!byNumber && ` · ${money(moreValue)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
