import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Card, Tag } from '../../ui/card';
import { Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import styles from './materials.module.css';
import { PoolActions } from './pool-actions';
import { barOf, lackingTo, type Pool, poolTones } from './pool.rules';

/** A pooled purchase: the bar to its threshold with the prices on it, who is in, and what can be done. */
export function PoolCard({ pool }: { readonly pool: Pool }): ReactNode {
  const { t } = useTranslation('materials');
  const { date } = useFormats();
  const { kind, state, organiser, supplierName, region, siteName, closesOn, description } = pool;
  return (
    <Card as="article" title={kind.name} actions={<Tag tone={poolTones[state]}>{t(`poolState.${state}`)}</Tag>}>
      <Stack>
        <Standing pool={pool} />
        <PoolBar pool={pool} />
        <div className={styles.facts}>
          <p>{t('pool.who', { organiser: organiser.name, supplier: supplierName })}</p>
          <p className="soft">{t('pool.where', { region: region.name, site: siteName, date: date(closesOn) })}</p>
          {description !== '' && <p>{description}</p>}
        </div>
        <Members pool={pool} />
        <PoolActions pool={pool} />
      </Stack>
    </Card>
  );
}

function unitOf({ kind, unit }: Pool): string {
  return kind.units.find((known) => known.unit === unit)?.name ?? unit;
}

/** In words, what the bar shows. */
function Standing({ pool }: { readonly pool: Pool }): ReactNode {
  const { t } = useTranslation('materials');
  const { number, money } = useFormats();
  const { state, progress, threshold, fenPerUnit, arrived, invoiceFen } = pool;
  const unit = unitOf(pool);
  const said = (value: string | number): string => t('quantity', { value: number(Number(value)), unit });
  if (state === 'DISSOLVED') return <p>{t('pool.dissolved')}</p>;
  if (fenPerUnit !== null)
    return (
      <p className={styles.price}>
        {arrived === null
          ? t('pool.bought', { total: said(progress.total), price: money(fenPerUnit), unit })
          : t('pool.arrivedOf', { arrived: said(arrived), amount: money(invoiceFen ?? 0) })}
      </p>
    );
  const { tier, nextTier } = progress;
  return (
    <div className={styles.facts}>
      <p className={styles.price}>
        {progress.isReached
          ? t('pool.reached', { total: said(progress.total) })
          : t('pool.lacking', { total: said(progress.total), lacking: said(lackingTo(threshold, progress.total)) })}
      </p>
      <p>
        {t('pool.members', { count: progress.memberCount })}{' '}
        {tier && t('pool.price', { price: money(tier.fenPerUnit), unit })}{' '}
        {nextTier &&
          t('pool.next', {
            ...{ lacking: said(lackingTo(nextTier.fromQuantity, progress.total)), unit },
            price: money(nextTier.fenPerUnit),
          })}
      </p>
    </div>
  );
}

/** How near two marks may be before the earlier one's words give way. */
const tooNear = 0.16;

function PoolBar({ pool }: { readonly pool: Pool }): ReactNode {
  const { t } = useTranslation('materials');
  const { number, money } = useFormats();
  const { share, marks } = barOf(pool);
  const prices = marks.filter(({ fenPerUnit }) => fenPerUnit !== null);
  return (
    <div className={styles.pool}>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={t('pool.bar')}
        aria-valuemin={0}
        aria-valuemax={Number(pool.threshold)}
        aria-valuenow={Math.min(Number(pool.threshold), Number(pool.progress.total))}
        aria-valuetext={t('pool.barText', {
          ...{ total: number(Number(pool.progress.total)), threshold: number(Number(pool.threshold)) },
        })}
      >
        <span className={styles.fill} style={{ width: `${100 * share}%` }} />
      </div>
      {marks.map(({ quantity, at, fenPerUnit }) => {
        const place = prices.findIndex((mark) => mark.quantity === quantity);
        const next = fenPerUnit === null ? undefined : prices[place + 1];
        return (
          <span
            key={`${quantity} ${String(fenPerUnit)}`}
            className={styles.mark}
            style={{ left: `${100 * at}%` }}
            data-threshold={fenPerUnit === null}
            data-edge={at > 0.8}
          >
            {(!next || next.at - at > tooNear) && (
              <span>
                {fenPerUnit === null
                  ? t('pool.threshold', { quantity: number(Number(quantity)) })
                  : t('pool.tier', { quantity: number(Number(quantity)), price: money(fenPerUnit) })}
              </span>
            )}
          </span>
        );
      })}
    </div>
  );
}

/** Who is in, for those who are; with what each gets and owes once the goods are there. */
function Members({ pool }: { readonly pool: Pool }): ReactNode {
  const { t } = useTranslation('materials');
  const { number, money } = useFormats();
  const { members, state } = pool;
  if (!members || members.length === 0) return null;
  const isArrived = state === 'ARRIVED';
  return (
    <Table caption={t('pool.table')} of="figures">
      <thead>
        <tr>
          <th scope="col">{t('pool.member')}</th>
          <th scope="col">{t('pool.ordered', { unit: unitOf(pool) })}</th>
          {isArrived && (
            <>
              <th scope="col">{t('pool.allocated')}</th>
              <th scope="col">{t('pool.cost')}</th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {members.map(({ enterprise, quantity, allocated, costFen }) => (
          <tr key={enterprise.id}>
            <th scope="row">{enterprise.name}</th>
            <td>{number(Number(quantity))}</td>
            {isArrived && (
              <>
                <td>{number(Number(allocated))}</td>
                <td>{money(costFen ?? 0)}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
