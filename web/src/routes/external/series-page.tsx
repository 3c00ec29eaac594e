import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { usePolledQuery } from '../../api/polled';
import { useFormats } from '../../i18n/formats';
import { ActButton } from '../../ui/act/act-button';
import { Ask } from '../../ui/act/ask';
import { ButtonLink } from '../../ui/button';
import { Card, Stat, Stats } from '../../ui/card';
import { SeriesChart } from '../../ui/chart/series-chart';
import { Columns, Page, Row, Stack } from '../../ui/layout';
import { Answer, Empty } from '../../ui/state';
import { ExternalOneDocument, type ExternalOneQuery, SwitchExternalDocument } from './external.graphql.ts';
import { draftOf, marked, periodMark, periodName } from './external.rules';
import { QualityTags } from './quality-tags';
import { Runs } from './runs';
import { SeriesForm } from './series-form';

type One = NonNullable<ExternalOneQuery['externalSeriesById']>;

/** A job reads the department’s address; nothing tells when it is over. */
const lookEveryMs = 5_000;
const context = { additionalTypenames: ['ExternalSeries', 'ExternalImport'] };

/** One series: how it went, what is to be looked at, and the runs that brought it. */
export function ExternalSeriesPage(): ReactNode {
  const { t } = useTranslation('external');
  const { id = '' } = useParams();
  const [answer, ask] = usePolledQuery({ query: ExternalOneDocument, variables: { id }, context }, lookEveryMs);
  const series = answer.data?.externalSeriesById;
  return (
    <Page
      title={series?.name ?? t('title')}
      actions={
        <>
          {series && <Actions series={series} />}
          <ButtonLink to="/bureau/external">{t('all')}</ButtonLink>
        </>
      }
    >
      <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {({ externalSeriesById: one }) =>
          one ? (
            <Stack>
              <Columns least="l">
                <About series={one} />
                <Card title={t('chart')}>
                  <Chart series={one} />
                </Card>
              </Columns>
              <Runs key={`${one.lastImport?.id ?? ''} ${one.lastImport?.state ?? ''}`} series={one} />
            </Stack>
          ) : (
            <Empty>{t('gone')}</Empty>
          )
        }
      </Answer>
    </Page>
  );
}

function Actions({ series }: { readonly series: One }): ReactNode {
  const { t } = useTranslation('external');
  const [key] = useState(() => crypto.randomUUID());
  const { id, isOn } = series;
  return (
    <Row>
      <ButtonLink kind="main" to={`/bureau/external/${id}/joint`}>
        {t('joint.label')}
      </ButtonLink>
      {isOn && <ButtonLink to={`/bureau/external/${id}/import`}>{t('import.label')}</ButtonLink>}
      <Ask label={t('form.change')}>{(close) => <SeriesForm first={draftOf(series)} onDone={close} />}</Ask>
      <ActButton
        key={String(isOn)}
        label={t(isOn ? 'switch.off' : 'switch.on')}
        document={SwitchExternalDocument}
        variables={{ input: { idempotencyKey: `${key}-${String(isOn)}`, externalSeriesId: id, isOn: !isOn } }}
        done={t(isOn ? 'switch.isOff' : 'switch.isOn')}
      />
    </Row>
  );
}

function About({ series }: { readonly series: One }): ReactNode {
  const { t } = useTranslation('external');
  const formats = useFormats();
  const { code, department, unit, cadence, aggregate, lateDays, region, address, lastValue, quality, values } = series;
  const revised = values.filter(({ revisions }) => revisions > 0).length;
  return (
    <Card title={t('now')}>
      <Stack>
        <Stats>
          <Stat
            label={lastValue ? periodName(cadence, lastValue.firstDay, formats) : t('column.last')}
            value={lastValue ? formats.number(lastValue.value) : '–'}
            note={unit}
          />
          <Stat label={t('valuesHeld')} value={formats.number(values.length)} note={t('revised', { count: revised })} />
        </Stats>
        <QualityTags series={series} />
        {quality.gapCount > 0 && (
          <p>
            {t('quality.missing', {
              periods: quality.gaps.map((day) => periodName(cadence, day, formats)).join(' · '),
            })}
          </p>
        )}
        {quality.jumps.length > 0 && (
          <div>
            <p>{t('quality.jumpsAre')}</p>
            <ul>
              {quality.jumps.map(({ firstDay, change, score }) => (
                <li key={firstDay}>
                  {t('quality.jump', {
                    period: periodName(cadence, firstDay, formats),
                    change: formats.signed(change),
                    score: formats.signed(Math.round(score * 10) / 10),
                  })}
                </li>
              ))}
            </ul>
          </div>
        )}
        <p>
          {department} · {region?.name} · {t(`cadence.${cadence}`)} ·{' '}
          {t('aggregated', { how: t(`aggregate.${aggregate}`) })}
        </p>
        <p className="soft">
          {code} · {t('lateAfter', { count: lateDays })} {address && t('from', { url: address.url })}
        </p>
      </Stack>
    </Card>
  );
}

/** The series with its gaps left open, and its jumps as points of their own. */
function Chart({ series }: { readonly series: One }): ReactNode {
  const { t } = useTranslation('external');
  const formats = useFormats();
  const { name, unit, cadence } = series;
  const shown = useMemo(() => marked(series), [series]);
  const categories = useMemo(
    () => shown.days.map((day) => periodMark(cadence, day, formats)),
    [shown, cadence, formats],
  );
  const lines = useMemo(() => {
    const line = { name: unit, values: shown.values };
    return shown.jumps.every((one) => one === null)
      ? [line]
      : [line, { name: t('quality.jumpMark'), values: shown.jumps, isMark: true }];
  }, [unit, shown, t]);
  if (shown.days.length === 0) return <Empty>{t('noValues')}</Empty>;
  return <SeriesChart kind="line" label={name} categories={categories} series={lines} format={formats.number} />;
}
