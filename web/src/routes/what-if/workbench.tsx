import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Form } from '../../ui/form';
import { Row } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { blankChange, type ChangeDraft, inputOf, mostChanges } from './change.rules';
import { ChangeFields } from './change-fields';
import { AskWhatIfDocument } from './what-if.graphql.ts';

interface WorkbenchProps {
  readonly marketId: string;
  readonly changes: readonly ChangeDraft[];
  readonly onChange: (changes: readonly ChangeDraft[]) => void;
  readonly onAsked: (scenarioId: string) => void;
}

/** Changes of a market, tried together on a copy of it. */
export function Workbench({ marketId, changes, onChange, onAsked }: WorkbenchProps): ReactNode {
  const { t } = useTranslation('whatIf');
  const { act, isBusy, problem } = useAct(AskWhatIfDocument);
  const [isIncomplete, setIncomplete] = useState(false);
  const inputs = changes.map(inputOf).filter((input) => input !== undefined);
  const isComplete = inputs.length === changes.length;
  const ask = async (): Promise<void> => {
    setIncomplete(!isComplete);
    if (!isComplete) return;
    const answer = await act({ input: { idempotencyKey: crypto.randomUUID(), marketId, changes: inputs } });
    if (answer) onAsked(answer.askWhatIf.id);
  };
  const change = (index: number, part: Partial<ChangeDraft>): void =>
    onChange(changes.map((draft, at) => (at === index ? { ...draft, ...part } : draft)));
  return (
    <Card title={t('bench.title')}>
      <Form label={t('bench.title')} problem={problem} onSubmit={() => void ask()}>
        {changes.length === 0 && <p className="soft">{t('bench.nothing')}</p>}
        {changes.map((draft, index) => (
          <ChangeFields
            key={draft.key}
            draft={draft}
            index={index}
            change={(part) => change(index, part)}
            onRemove={() => onChange(changes.filter(({ key }) => key !== draft.key))}
          />
        ))}
        {isIncomplete && !isComplete && <Notice tone="bad">{t('bench.incomplete')}</Notice>}
        <Row>
          {changes.length > 0 && (
            <Button type="submit" kind="main" isBusy={isBusy}>
              {t('bench.try')}
            </Button>
          )}
          {changes.length < mostChanges && (
            <Button onClick={() => onChange([...changes, blankChange(crypto.randomUUID())])}>{t('bench.add')}</Button>
          )}
        </Row>
      </Form>
    </Card>
  );
}
