import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { ActButton } from '../../ui/act/act-button';
import { Bar } from '../../ui/card';
import { Row, Stack } from '../../ui/layout';
import { CancelScenarioDocument, type StandingFragment } from './what-if.graphql.ts';

/** How far a question is; the bar tells its share by itself, only a new phase is read out. */
export function ScenarioProgress({ scenario }: { readonly scenario: StandingFragment }): ReactNode {
  const { t } = useTranslation('whatIf');
  const { percent } = useFormats();
  const { id, state, phase, shareDone, actions } = scenario;
  const now = state === 'QUEUED' ? 'queued' : phase || 'reading';
  return (
    <Stack>
      <p role="status">{t(`phase.${now}`, { defaultValue: now })}</p>
      <Bar label={t('done')} share={shareDone} text={percent(Math.round(shareDone * 100) / 100)} />
      {actions.includes('CANCEL') && (
        <Row>
          <ActButton
            label={t('cancel')}
            document={CancelScenarioDocument}
            variables={{ input: { scenarioId: id } }}
            done={t('cancelled')}
          />
        </Row>
      )}
    </Stack>
  );
}
