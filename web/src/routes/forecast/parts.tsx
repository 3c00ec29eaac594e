import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from '../../api/live';
import { useFormats } from '../../i18n/formats';
import { useAddress } from '../../shell/address';
import { Card } from '../../ui/card';
import { Choice } from '../../ui/choice';
import { Answer, Empty } from '../../ui/state';
import { type ForecastSplit, ShortagePartsDocument, type ShortagePartsQuery } from './forecast.graphql.ts';
import styles from './forecast.module.css';
import { splits, tenths } from './forecast.rules';

interface PartsProps {
  readonly regionId: string | null;
  readonly occupationId: string | null;
  readonly weeks: number;
}

/** Which parts will lack most, each with a bar; a click goes there. */
export function Parts({ regionId, occupationId, weeks }: PartsProps): ReactNode {
  const { t } = useTranslation('forecast');
  const [address, go] = useAddress();
  const splitBy = splits.find((one) => one === address.get('by')) ?? 'OCCUPATION';
  const variables = useMemo(
    () => ({ regionId, occupationId, weeks, splitBy }),
    [regionId, occupationId, weeks, splitBy],
  );
  const [answer, ask] = useLiveQuery({ query: ShortagePartsDocument, variables });
  return (
    <Card
      title={t('parts.title')}
      actions={
        <Choice
          label={t('parts.by')}
          value={splitBy}
          onChange={(by) => go({ by })}
          options={splits.map((by) => ({ value: by, label: t(`parts.${by}`) }))}
        />
      }
    >
      <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {({ shortageForecasts }) => (
          <Rows
            rows={shortageForecasts}
            splitBy={splitBy}
            onPart={(id) => go({ [splitBy === 'REGION' ? 'region' : 'occupation']: id })}
          />
        )}
      </Answer>
    </Card>
  );
}

interface RowsProps {
  readonly rows: ShortagePartsQuery['shortageForecasts'];
  readonly splitBy: ForecastSplit;
  readonly onPart: (id: string) => void;
}

function Rows({ rows, splitBy, onPart }: RowsProps): ReactNode {
  const { t } = useTranslation('forecast');
  const { number } = useFormats();
  if (rows.length === 0) return <Empty>{t('parts.none')}</Empty>;
  const most = Math.max(1, ...rows.map(({ peak }) => peak ?? 0));
  return (
    <table className={styles.parts}>
      <caption className="visually-hidden">{t('parts.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t(`parts.${splitBy}`)}</th>
          <th scope="col">{t('parts.peak')}</th>
          <th scope="col">{t('parts.heads')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ partId, label, peak, state }) => (
          <tr key={partId ?? ''}>
            <th scope="row">
              {partId === null ? (
                label
              ) : (
                <button type="button" className={styles.link} onClick={() => onPart(partId)}>
                  {label}
                </button>
              )}
            </th>
            <td className={styles.measure}>
              {state === 'READY' && <progress value={peak ?? 0} max={most} aria-label={label} />}
            </td>
            <td className="number">{peak === null ? t('parts.unknown') : number(tenths(peak))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
