import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Empty } from '../../ui/state';
import { Table } from '../../ui/table';
import type { MeaningFragment, OneIndicatorQuery } from './indicators.graphql.ts';
import styles from './indicators.module.css';
import { writeValue } from './indicators.rules';

interface PartsProps {
  readonly indicator: MeaningFragment;
  readonly rows: OneIndicatorQuery['indicatorReports'][number]['rows'];
  /** Where parts are regions: goes into one. */
  readonly onRegion: ((id: string) => void) | undefined;
  /** The region itself: what lies in no part of it. */
  readonly here: string;
}

/** The figure of each part, what counts most first. */
export function Parts({ indicator, rows, onRegion, here }: PartsProps): ReactNode {
  const { t } = useTranslation('indicators');
  const formats = useFormats();
  if (rows.length === 0) return <Empty>{t('parts.none')}</Empty>;
  const write = (value: number | null): string => writeValue(indicator.unit, value, formats);
  return (
    <Table caption={t('parts.title')} of="figures">
      <thead>
        <tr>
          <th scope="col">{t('parts.part')}</th>
          <th scope="col">{indicator.name}</th>
          <th scope="col">{t('before')}</th>
          <th scope="col">{t('parts.counted')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, value, before, numerator, denominator }) => (
          <tr key={key ?? label}>
            <th scope="row">
              {onRegion && key !== null && key !== here ? (
                <button type="button" className={styles.link} onClick={() => onRegion(key)}>
                  {label}
                </button>
              ) : (
                label
              )}
            </th>
            <td>{write(value)}</td>
            <td>{write(before)}</td>
            <td>
              {denominator === null
                ? formats.number(numerator)
                : t('made', { numerator: formats.number(numerator), denominator: formats.number(denominator) })}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
