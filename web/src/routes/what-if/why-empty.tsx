import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { Bar, Card } from '../../ui/card';
import { Form } from '../../ui/form';
import { Columns, Row, Stack } from '../../ui/layout';
import { OccupationField } from '../../ui/occupation/occupation-field';
import { RegionField } from '../../ui/region/region-field';
import type { Remedy, Scope } from './change.rules';
import { RemedyList } from './remedy-list';
import { ScenarioById } from './scenario-by-id';
import { AskRemediesDocument, type RemediesFragment } from './what-if.graphql.ts';

interface WhyEmptyProps {
  readonly marketId: string;
  /** The question that is looked at. */
  readonly scenarioId: string | null;
  /** What it was about, where that is known. */
  readonly asked: Scope | null;
  readonly onAsked: (scenarioId: string, scope: Scope) => void;
  readonly onTake: (remedy: Remedy, scope: Scope) => void;
}

/** Why seats of a part of the market are empty, and what would fill them. */
export function WhyEmpty({ marketId, scenarioId, asked, onAsked, onTake }: WhyEmptyProps): ReactNode {
  const { t } = useTranslation('whatIf');
  const { act, isBusy, problem } = useAct(AskRemediesDocument);
  const [region, setRegion] = useState(asked?.region ?? null);
  const [occupation, setOccupation] = useState(asked?.occupation ?? null);
  const ask = async (): Promise<void> => {
    const idempotencyKey = crypto.randomUUID();
    const part = { regionId: region?.id ?? null, occupationId: occupation?.id ?? null };
    const answer = await act({ input: { idempotencyKey, marketId, ...part } });
    if (answer) onAsked(answer.askRemedies.id, { region, occupation });
  };
  return (
    <Card title={t('why.title')}>
      <Stack>
        <Form label={t('why.title')} problem={problem} onSubmit={() => void ask()}>
          <Columns least="m">
            <RegionField label={t('scope.region')} value={region} onChange={setRegion} />
            <OccupationField
              label={t('scope.occupation')}
              value={occupation}
              onChange={setOccupation}
              isRequired={false}
            />
          </Columns>
          <Row>
            <Button type="submit" kind="main" isBusy={isBusy}>
              {t('why.ask')}
            </Button>
          </Row>
        </Form>
        {scenarioId !== null && (
          <ScenarioById key={scenarioId} id={scenarioId}>
            {({ remedies }) =>
              remedies && (
                <Stack>
                  <RemedyList
                    answer={remedies}
                    action={(remedy) => asked && <Button onClick={() => onTake(remedy, asked)}>{t('why.try')}</Button>}
                  />
                  <Reasons reasons={remedies.reasons} />
                </Stack>
              )
            }
          </ScenarioById>
        )}
      </Stack>
    </Card>
  );
}

function Reasons({ reasons }: Pick<RemediesFragment, 'reasons'>): ReactNode {
  const { t } = useTranslation('whatIf');
  if (reasons.length === 0) return null;
  const most = Math.max(...reasons.map(({ workers }) => workers));
  return (
    <>
      <h3>{t('why.reasons')}</h3>
      {reasons.map(({ code, label, workers }) => (
        <Bar key={code} label={label} share={workers / most} text={t('why.reasonWorkers', { count: workers })} />
      ))}
    </>
  );
}
