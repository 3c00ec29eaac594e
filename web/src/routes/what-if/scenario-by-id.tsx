import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Live, useLiveQuery } from '../../api/live';
import { ScenarioChangedDocument } from '../../api/live.graphql.ts';
import { Notice } from '../../ui/notice';
import { Answer, Empty } from '../../ui/state';
import { ScenarioProgress } from './scenario-progress';
import { OneScenarioDocument, type OneScenarioQuery } from './what-if.graphql.ts';

type Scenario = NonNullable<OneScenarioQuery['scenario']>;

interface ScenarioByIdProps {
  readonly id: string;
  /** Shown once there is an answer. */
  readonly children: (scenario: Scenario) => ReactNode;
}

/** A question as it is worked at, then what `children` make of its answer. */
export function ScenarioById({ id, children }: ScenarioByIdProps): ReactNode {
  return (
    <Live of={ScenarioChangedDocument} variables={{ id }} isShort>
      <Followed id={id}>{children}</Followed>
    </Live>
  );
}

function Followed({ id, children }: ScenarioByIdProps): ReactNode {
  const { t } = useTranslation('whatIf');
  const context = useMemo(() => ({ additionalTypenames: ['Scenario'] }), []);
  const [answer, ask] = useLiveQuery({ query: OneScenarioDocument, variables: { id }, context });
  return (
    <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
      {({ scenario }) => {
        if (!scenario) return <Empty>{t('gone')}</Empty>;
        const { state } = scenario;
        if (state === 'QUEUED' || state === 'RUNNING') return <ScenarioProgress scenario={scenario} />;
        if (state === 'SUCCEEDED') return children(scenario);
        return <Notice tone={state === 'FAILED' ? 'bad' : 'plain'}>{t(`over.${state}`)}</Notice>;
      }}
    </Answer>
  );
}
