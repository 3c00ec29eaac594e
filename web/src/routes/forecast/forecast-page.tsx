import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Live, useLiveQuery } from '../../api/live';
import { useAddress } from '../../shell/address';
import { Button, ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Choice } from '../../ui/choice';
import { Columns, Page, Row, Stack } from '../../ui/layout';
import { type ChosenOccupation, OccupationField } from '../../ui/occupation/occupation-field';
import { type ChosenRegion, RegionField } from '../../ui/region/region-field';
import { Answer } from '../../ui/state';
import { IndicatorsChangedDocument } from '../indicators/indicators.graphql.ts';
import { ShortageOutlookDocument } from './forecast.graphql.ts';
import { horizons } from './forecast.rules';
import { Outlook } from './outlook';
import { Parts } from './parts';

/** What a region or an occupation will lack in the coming weeks, and how wrong such forecasts have been. */
export function ForecastPage(): ReactNode {
  const { t } = useTranslation('forecast');
  const [address, go] = useAddress();
  const weeks = horizons.find((one) => String(one) === address.get('weeks')) ?? 8;
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <Choice
            label={t('horizon')}
            value={String(weeks)}
            onChange={(chosen) => go({ weeks: chosen })}
            options={horizons.map((one) => ({ value: String(one), label: t('weeks', { count: one }) }))}
          />
          <ButtonLink to="/bureau/alerts">{t('alerts')}</ButtonLink>
        </>
      }
    >
      <Live of={IndicatorsChangedDocument} variables={{}}>
        <Stack>
          <Asked weeks={weeks} />
        </Stack>
      </Live>
    </Page>
  );
}

interface FiltersProps {
  readonly region: ChosenRegion | null;
  readonly occupation: ChosenOccupation | null;
}

/** Which region and which occupation; what is left out is all of the own jurisdiction. */
function Filters({ region, occupation }: FiltersProps): ReactNode {
  const { t } = useTranslation('forecast');
  const [address, go] = useAddress();
  return (
    <Card title={t('filters')}>
      <Stack>
        <Columns least="s">
          <RegionField
            key={`region ${region?.id ?? ''}`}
            label={t('region')}
            value={region}
            onChange={(chosen) => go({ region: chosen?.id ?? '' })}
          />
          <OccupationField
            key={`occupation ${occupation?.id ?? ''}`}
            label={t('occupation')}
            value={occupation}
            isRequired={false}
            onChange={(chosen) => go({ occupation: chosen?.id ?? '' })}
          />
        </Columns>
        {(address.has('region') || address.has('occupation')) && (
          <Row>
            <Button onClick={() => go({ region: '', occupation: '' })}>{t('all')}</Button>
          </Row>
        )}
      </Stack>
    </Card>
  );
}

function Asked({ weeks }: { readonly weeks: number }): ReactNode {
  const [address] = useAddress();
  const regionId = address.get('region');
  const occupationId = address.get('occupation');
  const variables = useMemo(() => ({ regionId, occupationId, weeks }), [regionId, occupationId, weeks]);
  const [answer, ask] = useLiveQuery({ query: ShortageOutlookDocument, variables });
  const about = answer.data?.shortageForecast;
  return (
    <>
      <Filters
        region={about?.region ?? null}
        occupation={occupationId !== null && about ? { id: occupationId, name: about.occupation ?? '' } : null}
      />
      <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {({ shortageForecast }) => <Outlook outlook={shortageForecast} />}
      </Answer>
      <Parts regionId={regionId} occupationId={occupationId} weeks={weeks} />
    </>
  );
}
