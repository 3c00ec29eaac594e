import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session';
import { Card } from '../../ui/card';
import { Pages } from '../../ui/pages';
import { Table } from '../../ui/table';
import styles from './attendance.module.css';
import { type DayOfWorkFragment, type MonthTotalsFragment, WorkedPlacementsDocument } from './attendance.graphql.ts';
import { daysOf, isInMonth, sideOf } from './attendance.rules';
import { DayDialog } from './day-dialog';
import { markOf, useCalendar } from './day-mark';
import { MonthRow } from './month-row';

/** A cell that was pressed. */
export interface ChosenDay {
  readonly name: string;
  readonly placementId: string;
  readonly date: string;
}

interface PersonMonthData {
  readonly days: ReadonlyMap<string, DayOfWorkFragment>;
  readonly findings: MonthTotalsFragment['findings'];
}

/** People down, days across; each cell opens its day. */
export function MonthGrid({ month }: { readonly month: string }): ReactNode {
  const { t } = useTranslation('attendance');
  const { me } = useSession();
  const [chosen, setChosen] = useState<ChosenDay>();
  const [known, setKnown] = useState<ReadonlyMap<string, PersonMonthData>>(new Map());
  const data = chosen && known.get(chosen.placementId);
  return (
    <Card>
      <Pages
        query={WorkedPlacementsDocument}
        variables={{}}
        of={['Placement']}
        pick={({ placements }) => placements}
        empty={t('host.nothing')}
      >
        {(placements) => {
          const here = placements.filter(
            (one) => one.state !== 'PLANNED' && isInMonth(one, month) && sideOf(one, me?.enterprise?.id) === 'host',
          );
          if (here.length === 0) return <p className="soft">{t('host.nothing')}</p>;
          return (
            <Table caption={t('host.title')}>
              <Head month={month} />
              <tbody>
                {here.map((placement) => (
                  <MonthRow
                    key={placement.id}
                    placement={placement}
                    month={month}
                    onChoose={setChosen}
                    onKnown={(found) => setKnown((before) => new Map(before).set(placement.id, found))}
                  />
                ))}
              </tbody>
            </Table>
          );
        }}
      </Pages>
      <Legend />
      {chosen && (
        <DayDialog
          {...chosen}
          day={data?.days.get(chosen.date)}
          findings={data?.findings ?? []}
          onClose={() => setChosen(undefined)}
        />
      )}
    </Card>
  );
}

function Head({ month }: { readonly month: string }): ReactNode {
  const { t } = useTranslation('attendance');
  const days = daysOf(month);
  const calendar = useCalendar(`${month}-01`, days.at(-1) ?? month);
  return (
    <thead>
      <tr className={styles.days}>
        <th scope="col">{t('host.who')}</th>
        {days.map((day) => {
          const mark = markOf(calendar.get(day));
          return (
            <th key={day} scope="col" data-mark={mark} title={mark && t(`mark.${mark}`)}>
              {Number(day.slice(-2))}
              {mark && <small>{t(`sign.${mark}`)}</small>}
            </th>
          );
        })}
        <th scope="col">{t('total.all')}</th>
      </tr>
    </thead>
  );
}

function Legend(): ReactNode {
  const { t } = useTranslation('attendance');
  return (
    <p className={styles.legend}>
      {(['waiting', 'agreed', 'disputed', 'open'] as const).map((standing) => (
        <span key={standing} data-standing={standing}>
          {t(`standing.${standing}`)}
        </span>
      ))}
      <span>{t('host.cell')}</span>
    </p>
  );
}
