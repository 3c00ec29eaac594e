import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Row } from '../../ui/layout';
import { Answer } from '../../ui/state';
import { type AlertRuleFields, EpisodesDocument, type IndicatorUnit } from './alerts.graphql.ts';
import { writeReading } from './alerts.rules';

const daysBack = 180;
const shown = 10;

interface TrialProps {
  readonly terms: AlertRuleFields;
  readonly unit: IndicatorUnit;
}

/** When the rule would have warned in the past half year. */
export function Trial({ terms, unit }: TrialProps): ReactNode {
  const { t } = useTranslation('alerts');
  const [tried, setTried] = useState<AlertRuleFields>();
  return (
    <>
      <Row>
        <Button onClick={() => setTried(terms)}>{t('trial.try')}</Button>
      </Row>
      {tried && <Episodes terms={tried} unit={unit} />}
    </>
  );
}

function Episodes({ terms, unit }: TrialProps): ReactNode {
  const { t } = useTranslation('alerts');
  const formats = useFormats();
  const [answer, ask] = useQuery({ query: EpisodesDocument, variables: { input: { terms, daysBack } } });
  return (
    <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
      {({ simulateAlertRule: episodes }) => (
        <div role="status">
          <p>{t('trial.count', { count: episodes.length })}</p>
          {terms.kind === 'FORECAST' && <p className="soft">{t('trial.weekly')}</p>}
          <ul>
            {episodes.slice(0, shown).map(({ partId, label, from, until, worst }) => (
              <li key={`${partId ?? ''} ${from}`}>
                {label !== '' && `${label} · `}
                {t(until === null ? 'trial.open' : 'trial.episode', {
                  from: formats.date(from),
                  until: until === null ? '' : formats.date(until),
                  worst: writeReading(terms.kind, unit, worst, formats),
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Answer>
  );
}
