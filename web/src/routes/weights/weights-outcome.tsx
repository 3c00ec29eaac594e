import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Bar, Stat, Stats, Tag } from '../../ui/card';
import { Columns, Stack } from '../../ui/layout';
import { Table } from '../../ui/table';
import type { WeightsOutcomeFragment } from '../what-if/what-if.graphql.ts';
import { Favoured } from './favoured';
import styles from './weights.module.css';
import { barsOf, differenceOf } from './weights.rules';

interface WeightsOutcomeProps {
  readonly outcome: WeightsOutcomeFragment;
}

/** Whom other weights would seat: how many move, and what that means for those seated. */
export function WeightsOutcome({ outcome }: WeightsOutcomeProps): ReactNode {
  const { t } = useTranslation('weights');
  const { number, distance } = useFormats();
  const { filled, workersMoved, distanceM, wageUpliftPercent, waitingDays } = outcome;
  const km = (metres: number): string => distance(metres / 1000);
  const percent = (value: number): string => t('outcome.percent', { value: number(value) });
  const points = (value: number): string => t('outcome.points', { value: number(value) });
  const days = (count: number): string => t('outcome.days', { count });
  return (
    <Stack>
      <p role="status">
        {workersMoved === 0
          ? t('outcome.nobody')
          : t('outcome.moves', { count: workersMoved, filled: number(filled.after) })}
      </p>
      <Stats>
        <Stat label={t('outcome.workersMoved')} value={number(workersMoved)} />
        <Stat
          label={t('outcome.filled')}
          value={t('outcome.arrow', { before: number(filled.before), after: number(filled.after) })}
          note={t('outcome.filledNote')}
        />
      </Stats>
      <h3>{t('outcome.gains')}</h3>
      <Columns least="s">
        <ShiftBars kind="distance" shift={distanceM} write={km} betterIf="less" />
        <ShiftBars kind="wage" shift={wageUpliftPercent} write={percent} writeBy={points} betterIf="more" />
        <ShiftBars kind="waiting" shift={waitingDays} write={days} betterIf="more" />
      </Columns>
      {outcome.favoured && <Favoured favoured={outcome.favoured} />}
      <Parts parts={outcome.parts} />
    </Stack>
  );
}

interface ShiftBarsProps {
  readonly kind: 'distance' | 'wage' | 'waiting';
  readonly shift: WeightsOutcomeFragment['distanceM'];
  readonly write: (value: number) => string;
  /** How a difference is written, where that is not the same. */
  readonly writeBy?: (value: number) => string;
  /** For those seated, or for those who have waited. */
  readonly betterIf: 'less' | 'more';
}

/** One mean of those seated, now and then, and in a word what it means. */
function ShiftBars({ kind, shift, write, writeBy = write, betterIf }: ShiftBarsProps): ReactNode {
  const { t } = useTranslation('weights');
  const difference = differenceOf(shift);
  const bars = barsOf(shift);
  const text = (value: number | null): string => (value === null ? '–' : write(value));
  return (
    <section className={styles.shift}>
      <h4>{t(`shift.${kind}.title`)}</h4>
      <Bar label={t('outcome.before')} share={bars.before} text={text(shift.before)} />
      <Bar label={t('outcome.after')} share={bars.after} text={text(shift.after)} />
      <p>
        {difference === null ? (
          <span className="soft">{t('shift.nobody')}</span>
        ) : difference === 0 ? (
          <Tag>{t('shift.same')}</Tag>
        ) : (
          <Tag tone={difference > 0 === (betterIf === 'more') ? 'good' : 'call'}>
            {t(`shift.${kind}.${difference > 0 ? 'more' : 'less'}`, { by: writeBy(Math.abs(difference)) })}
          </Tag>
        )}
      </p>
    </section>
  );
}

const columns = ['part', 'weightBefore', 'weightAfter', 'pointsBefore', 'pointsAfter', 'difference'] as const;

/** Each part of the score: its weight, and how well those seated do by it. */
function Parts({ parts }: Pick<WeightsOutcomeFragment, 'parts'>): ReactNode {
  const { t } = useTranslation('weights');
  const { number, signed } = useFormats();
  const figure = (value: number | null): string => (value === null ? '–' : number(value / 100));
  return (
    <section className={styles.part}>
      <h3>{t('outcome.parts')}</h3>
      <p className="soft">{t('outcome.partsNote')}</p>
      <Table caption={t('outcome.parts')} of="figures">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map(({ name, label, weightBefore, weightAfter, points }) => {
            const difference = differenceOf(points);
            return (
              <tr key={name}>
                <th scope="row">{label}</th>
                <td>{number(weightBefore)}</td>
                <td>{number(weightAfter)}</td>
                <td>{figure(points.before)}</td>
                <td>{figure(points.after)}</td>
                <td>{difference === null ? '–' : signed(difference / 100)}</td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </section>
  );
}
