import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { Ask } from '../../ui/act/ask';
import { Button } from '../../ui/button';
import { Form } from '../../ui/form';
import { Row } from '../../ui/layout';
import { useToast } from '../../ui/toast';
import type { Remedy } from '../what-if/change.rules';
import { useRemedyWords } from '../what-if/remedy-words';
import { ChangeNeedDocument, type ChangeNeedInput } from './host.graphql.ts';
import { type ChangeableNeed, changeByRemedy } from './change-by-remedy.rules';

interface ChangeByRemedyProps {
  readonly need: ChangeableNeed;
  readonly remedy: Remedy;
  readonly onDone: () => void;
}

/** Makes a remedy real, after a question; nothing where it is not the host's to do. */
export function ChangeByRemedy({ need, remedy, onDone }: ChangeByRemedyProps): ReactNode {
  const { t } = useTranslation('whatIf');
  const words = useRemedyWords(need);
  const input = changeByRemedy(need, remedy);
  if (!input) return null;
  return (
    <Ask label={t('host.change')} title={t('host.changeTitle')}>
      {(close) => <Confirm words={words(remedy)} input={input} onClose={close} onDone={onDone} />}
    </Ask>
  );
}

interface ConfirmProps {
  readonly words: string;
  readonly input: ChangeNeedInput;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function Confirm({ words, input, onClose, onDone }: ConfirmProps): ReactNode {
  const { t } = useTranslation(['whatIf', 'common']);
  const tell = useToast();
  const { act, isBusy, problem } = useAct(ChangeNeedDocument);
  const change = async (): Promise<void> => {
    if (!(await act({ input }))) return;
    tell({ text: t('host.changed') });
    onClose();
    onDone();
  };
  return (
    <Form label={t('host.changeTitle')} problem={problem} onSubmit={() => void change()}>
      <p>
        <strong>{words}</strong>
      </p>
      <p className="soft">{t('host.confirmText')}</p>
      <Row>
        <Button type="submit" kind="main" isBusy={isBusy}>
          {t('host.confirm')}
        </Button>
        <Button onClick={onClose}>{t('common:act.leave')}</Button>
      </Row>
    </Form>
  );
}
