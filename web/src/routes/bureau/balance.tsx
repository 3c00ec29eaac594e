import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from '../../api/live';
import { useFormats } from '../../i18n/formats';
import { Card } from '../../ui/card';
import { Answer, Empty } from '../../ui/state';
import { WallBalanceDocument, type WallBalanceQuery } from './wall.graphql.ts';
import styles from './wall.module.css';

interface BalanceProps {
  readonly regionId: string;
  /** The day it is asked of. */
  readonly day: string;
  readonly onOccupation: (id: string) => void;
}

type Row = WallBalanceQuery['occupationBalance'][number];

const shown = 8;

/** Occupations short of workers beside those with too many, each by open seats against free workers. */
export function Balance({ regionId, day, onOccupation }: BalanceProps): ReactNode {
  const { t } = useTranslation('bureau');
  const variables = useMemo(() => ({ input: { regionId, on: day, first: 100 } }), [regionId, day]);
  const [answer] = useLiveQuery({ query: WallBalanceDocument, variables });
  return (
    <Answer of={answer}>
      {({ occupationBalance: rows }) => (
        <>
          <Side
            title={t('balance.short')}
            rows={rows.filter(({ gap }) => gap > 0).slice(0, shown)}
            empty={t('balance.noneShort')}
            onOccupation={onOccupation}
          />
          <Side
            title={t('balance.surplus')}
            rows={rows.filter(({ gap }) => gap < 0).slice(0, shown)}
            empty={t('balance.noneSurplus')}
            onOccupation={onOccupation}
          />
        </>
      )}
    </Answer>
  );
}

interface SideProps {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly empty: string;
  readonly onOccupation: (id: string) => void;
}

function Side({ title, rows, empty, onOccupation }: SideProps): ReactNode {
  const { t } = useTranslation('bureau');
  const { number } = useFormats();
  const most = Math.max(1, ...rows.map(({ openSeats, availableWorkers }) => Math.max(openSeats, availableWorkers)));
  return (
    <Card title={title}>
      {rows.length === 0 && <Empty>{empty}</Empty>}
      <table className={styles.balance}>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('balance.occupation')}</th>
            <th scope="col">{t('balance.seats')}</th>
            <th scope="col">{t('balance.workers')}</th>
            <th scope="col">{t('balance.gap')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ occupation, openSeats, availableWorkers, gap }) => (
            <tr key={occupation.id}>
              <th scope="row">
                <button type="button" className={styles.link} onClick={() => onOccupation(occupation.id)}>
                  {occupation.name}
                </button>
              </th>
              <Measure value={openSeats} most={most} tone="seats" />
              <Measure value={availableWorkers} most={most} tone="workers" />
              <td className="number">{number(Math.abs(gap))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Measure({
  value,
  most,
  tone,
}: {
  readonly value: number;
  readonly most: number;
  readonly tone: 'seats' | 'workers';
}): ReactNode {
  const { number } = useFormats();
  return (
    <td className={styles.measure} data-tone={tone} style={{ '--share': value / most }}>
      <span className="number">{number(value)}</span>
    </td>
  );
}
