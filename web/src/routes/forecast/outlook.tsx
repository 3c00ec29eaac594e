import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Card, Stat, Stats } from '../../ui/card';
import { BandChart } from '../../ui/chart/band-chart';
import { CountedAt } from '../../ui/counted-at';
import { Columns, Stack } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { Table } from '../../ui/table';
import type { ShortageOutlookFragment } from './forecast.graphql.ts';
import { pointsOf, tenths, verdictOf } from './forecast.rules';

interface OutlookProps {
  readonly outlook: ShortageOutlookFragment;
}

/** The forecast of a region or an occupation, or what it lacks to make one. */
export function Outlook({ outlook }: OutlookProps): ReactNode {
  const { t } = useTranslation('forecast');
  const { label, occupation, weeks, state } = outlook;
  const about = [label, occupation].filter(Boolean).join(' · ');
  const points = useMemo(() => pointsOf(outlook), [outlook]);
  const names = useMemo(() => ({ past: t('past'), expected: t('expected'), band: t('band') }), [t]);
  const hasPast = outlook.history.some(({ wanted }) => wanted > 0);
  return (
    <Stack>
      {state === 'NOT_ENOUGH_DATA' && <Missing data={outlook.data} />}
      {(weeks.length > 0 || hasPast) && (
        <Columns least="l">
          <Card title={t('chart', { about })}>
            <BandChart label={t('chartOf', { about, count: weeks.length })} points={points} names={names} />
          </Card>
          <Stack>
            {weeks[0] && <Next outlook={outlook} />}
            <Meaning outlook={outlook} />
          </Stack>
        </Columns>
      )}
      {weeks.length > 0 && (
        <Card title={t('table')}>
          <Weeks outlook={outlook} />
        </Card>
      )}
      {hasPast && <History outlook={outlook} />}
    </Stack>
  );
}

function Missing({ data }: { readonly data: ShortageOutlookFragment['data'] }): ReactNode {
  const { t } = useTranslation('forecast');
  return (
    <Notice tone="call">
      <p>
        <strong>{t('missing.title')}</strong>
      </p>
      <p>{t('missing.weeks', { count: data.weeks, needed: data.weeksNeeded })}</p>
      <p>{t('missing.busy', { count: data.busyWeeks, needed: data.busyWeeksNeeded })}</p>
    </Notice>
  );
}

/** The next week and the worst, with how wrong it has been, in plain words. */
function Next({ outlook: { weeks, backTest } }: OutlookProps): ReactNode {
  const { t } = useTranslation('forecast');
  const { number, percent, date } = useFormats();
  const write = (heads: number): string => number(tenths(heads));
  const [next] = weeks;
  const worst = weeks.toSorted((a, b) => b.expected - a.expected)[0];
  const between = ({ low, high }: { low: number; high: number }): string =>
    t('between', { low: write(low), high: write(high) });
  return (
    <Card title={t('summary')}>
      <Stack>
        <Stats>
          {next && <Stat label={t('next')} value={write(next.expected)} note={between(next)} />}
          {worst && (
            <Stat label={t('worst', { week: date(worst.week) })} value={write(worst.expected)} note={between(worst)} />
          )}
        </Stats>
        {backTest && (
          <>
            <p>
              {t('backTest', {
                count: backTest.origins,
                error: write(backTest.meanError),
                naive: write(backTest.naiveError),
              })}{' '}
              {t(`verdict.${verdictOf(backTest)}`)}
            </p>
            <p className="soft">
              {backTest.coverage === null
                ? t('coverageUnknown')
                : t('coverage', { share: percent(backTest.coverage), count: backTest.judged })}
            </p>
          </>
        )}
      </Stack>
    </Card>
  );
}

function Meaning({ outlook: { meaning, countedAt } }: OutlookProps): ReactNode {
  const { t } = useTranslation('forecast');
  return (
    <Card title={t('meaning')}>
      <Stack>
        <p>{meaning.definition}</p>
        <p className="soft">{t('method')}</p>
        {countedAt !== null && <CountedAt at={countedAt} />}
      </Stack>
    </Card>
  );
}

/** Known and expected apart, week by week. */
function Weeks({ outlook: { weeks } }: OutlookProps): ReactNode {
  const { t } = useTranslation('forecast');
  const { number, date } = useFormats();
  const write = (heads: number): string => number(tenths(heads));
  return (
    <Table caption={t('table')} of="figures">
      <thead>
        <tr>
          <th scope="col">{t('column.week')}</th>
          <th scope="col">{t('column.open')}</th>
          <th scope="col">{t('column.orders')}</th>
          <th scope="col">{t('column.stays')}</th>
          <th scope="col">{t('column.toCome')}</th>
          <th scope="col">{t('column.expected')}</th>
          <th scope="col">{t('column.interval')}</th>
          <th scope="col">{t('column.error')}</th>
        </tr>
      </thead>
      <tbody>
        {weeks.map(({ week, openSeats, orderHeads, stays, toCome, expected, low, high, meanError }) => (
          <tr key={week}>
            <th scope="row">{date(week)}</th>
            <td>{number(openSeats)}</td>
            <td>{number(orderHeads)}</td>
            <td>{write(stays)}</td>
            <td>{write(toCome)}</td>
            <td>
              <strong>{write(expected)}</strong>
            </td>
            <td>{`${write(low)} – ${write(high)}`}</td>
            <td>{write(meanError)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function History({ outlook: { history } }: OutlookProps): ReactNode {
  const { t } = useTranslation('forecast');
  const { number, date } = useFormats();
  return (
    <details>
      <summary>{t('history')}</summary>
      <Table caption={t('history')} of="figures">
        <thead>
          <tr>
            <th scope="col">{t('column.week')}</th>
            <th scope="col">{t('column.wanted')}</th>
            <th scope="col">{t('column.shortage')}</th>
          </tr>
        </thead>
        <tbody>
          {history.toReversed().map(({ week, wanted, shortage }) => (
            <tr key={week}>
              <th scope="row">{date(week)}</th>
              <td>{number(wanted)}</td>
              <td>{number(shortage)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  );
}
