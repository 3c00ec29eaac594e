import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { SeriesChart } from '../../ui/chart/series-chart';
import { Stack } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { Table } from '../../ui/table';
import { writeValue } from '../indicators/indicators.rules';
import type { ExternalJointQuery, LagOfFragment } from './external.graphql.ts';
import { isChance, periodMark, writeR } from './external.rules';

type JointData = ExternalJointQuery['jointSeries'];

interface JointProps {
  readonly joint: JointData;
}

/** Both over the same periods, one below the other: two axes in one picture would suggest what is not there. */
export function JointCharts({ joint: { series, indicator, region, points, step } }: JointProps): ReactNode {
  const { t } = useTranslation('external');
  const formats = useFormats();
  const categories = useMemo(() => points.map(({ from }) => periodMark(step, from, formats)), [points, step, formats]);
  const external = useMemo(
    () => [{ name: `${series.name} (${series.unit})`, values: points.map((one) => one.external) }],
    [series, points],
  );
  const own = useMemo(
    () => [{ name: `${indicator.name} · ${region.name}`, values: points.map((one) => one.own) }],
    [indicator, region, points],
  );
  const write = useMemo(() => (value: number) => writeValue(indicator.unit, value, formats), [indicator.unit, formats]);
  return (
    <Stack>
      <h3>{external[0]?.name}</h3>
      <SeriesChart
        kind="line"
        label={series.name}
        categories={categories}
        series={external}
        format={formats.number}
        isZoomed
      />
      <h3>{own[0]?.name}</h3>
      <SeriesChart kind="line" label={indicator.name} categories={categories} series={own} format={write} isZoomed />
      <p className="soft">{t('joint.zoomed')}</p>
    </Stack>
  );
}

/** How they go together by delay, in words, as bars and as a table; and what that does not say. */
export function Together({ joint }: JointProps): ReactNode {
  const { t } = useTranslation('external');
  const { values, changes } = joint;
  const categories = useMemo(() => values.map(({ lag }) => writeLag(lag)), [values]);
  const bars = useMemo(
    () => [
      { name: t('joint.ofValues'), values: values.map(({ r }) => r) },
      { name: t('joint.ofChanges'), values: changes.map(({ r }) => r) },
    ],
    [values, changes, t],
  );
  const isKnown = [...values, ...changes].some(({ r }) => r !== null);
  return (
    <Stack>
      <Strongest joint={joint} />
      <Notice tone="call">{t('joint.noCause')}</Notice>
      {isKnown && (
        <>
          <p className="soft">{t('joint.axis', { indicator: joint.indicator.name, series: joint.series.name })}</p>
          <SeriesChart kind="bar" label={t('joint.together')} categories={categories} series={bars} format={writeR} />
        </>
      )}
      <Lags joint={joint} />
    </Stack>
  );
}

const writeLag = (lag: number): string => (lag > 0 ? `+${String(lag)}` : String(lag).replace('-', '−'));

function Strongest({ joint }: JointProps): ReactNode {
  const { t } = useTranslation('external');
  const { strongestOfValues: ofValues, strongestOfChanges: ofChanges, step } = joint;
  const sentence = ({ lag, n, r, noise }: LagOfFragment): string => {
    const span = t(`span.${step}`, { count: Math.abs(lag) });
    const when = lag === 0 ? t('joint.at.once') : t(lag > 0 ? 'joint.at.later' : 'joint.at.earlier', { span });
    const said = t('joint.strongest', { when, r: writeR(r), over: t(`span.${step}`, { count: n }) });
    return isChance({ r, noise }) ? `${said} ${t('joint.chance')}` : said;
  };
  if (!ofValues && !ofChanges) return <p>{t('joint.tooFew')}</p>;
  return (
    <div>
      {ofValues && <p>{t('joint.valuesSay', { sentence: sentence(ofValues) })}</p>}
      {ofChanges && <p>{t('joint.changesSay', { sentence: sentence(ofChanges) })}</p>}
    </div>
  );
}

function Lags({ joint: { values, changes } }: JointProps): ReactNode {
  const { t } = useTranslation('external');
  return (
    <Table caption={t('joint.table')} of="figures">
      <thead>
        <tr>
          <th scope="col">{t('joint.lag')}</th>
          <th scope="col">{t('joint.ofValues')}</th>
          <th scope="col">n</th>
          <th scope="col">{t('joint.ofChanges')}</th>
          <th scope="col">n</th>
        </tr>
      </thead>
      <tbody>
        {values.map(({ lag, r, n }, at) => (
          <tr key={lag}>
            <th scope="row">{writeLag(lag)}</th>
            <td>{writeR(r)}</td>
            <td>{n}</td>
            <td>{writeR(changes[at]?.r ?? null)}</td>
            <td>{changes[at]?.n ?? 0}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
