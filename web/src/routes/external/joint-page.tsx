import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { inDays } from '../../api/local-day';
import { useAddress } from '../../shell/address';
import { ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Choice } from '../../ui/choice';
import { SelectField } from '../../ui/form';
import { Columns, Page, Row, Stack } from '../../ui/layout';
import { Answer, Empty } from '../../ui/state';
import {
  ExternalJointDocument,
  type ExternalTermsFragment,
  ExternalTitleDocument,
  OwnIndicatorsDocument,
} from './external.graphql.ts';
import { spanOf, spansOf } from './joint.rules';
import { JointCharts, Together } from './together';

/** A series of another department beside an indicator of the platform. */
export function ExternalJointPage(): ReactNode {
  const { t } = useTranslation('external');
  const { id = '' } = useParams();
  const [answer, ask] = useQuery({ query: ExternalTitleDocument, variables: { id } });
  const series = answer.data?.externalSeriesById;
  return (
    <Page
      title={series ? t('joint.of', { name: series.name }) : t('joint.label')}
      width="wall"
      actions={<ButtonLink to={`/bureau/external/${id}`}>{t('import.back')}</ButtonLink>}
    >
      <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {({ externalSeriesById: one }) => (one ? <Joint series={one} /> : <Empty>{t('gone')}</Empty>)}
      </Answer>
    </Page>
  );
}

function Joint({ series }: { readonly series: ExternalTermsFragment }): ReactNode {
  const { t } = useTranslation('external');
  const [address, go] = useAddress();
  const [{ data }] = useQuery({ query: OwnIndicatorsDocument, variables: {} });
  const code = address.get('with') ?? 'DEMAND';
  const step = series.steps.find((one) => one === address.get('step')) ?? series.cadence;
  const chosenSpan = address.get('span');
  const variables = useMemo(
    () => ({
      input: {
        ...{ externalSeriesId: series.id, indicator: code, regionId: series.region?.id ?? null, step },
        ...{ from: inDays(-spanOf(step, chosenSpan).days), until: inDays(0) },
      },
    }),
    [series, code, step, chosenSpan],
  );
  const [answer, ask] = useQuery({ query: ExternalJointDocument, variables });
  return (
    <Stack>
      <Row>
        <SelectField
          label={t('joint.indicator')}
          value={code}
          onChange={(chosen) => go({ with: chosen })}
          options={(data?.indicators ?? []).map((one) => ({ value: one.code, label: one.name }))}
        />
        <Choice
          label={t('joint.step')}
          value={step}
          onChange={(chosen) => go({ step: chosen, span: '' })}
          options={series.steps.map((one) => ({ value: one, label: t(`cadence.${one}`) }))}
        />
        <Choice
          label={t('joint.span')}
          value={String(spanOf(step, chosenSpan).count)}
          onChange={(chosen) => go({ span: chosen })}
          options={spansOf(step).map(({ count }) => ({ value: String(count), label: t(`span.${step}`, { count }) }))}
        />
      </Row>
      <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {({ jointSeries }) => (
          <Columns least="l">
            <Card title={t('joint.both')}>
              <JointCharts joint={jointSeries} />
            </Card>
            <Card title={t('joint.together')}>
              <Together joint={jointSeries} />
            </Card>
          </Columns>
        )}
      </Answer>
    </Stack>
  );
}
