import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Form, TextField } from '../../ui/form';
import { Row } from '../../ui/layout';
import { useToast } from '../../ui/toast';
import { DecideEnterpriseDocument, type RegisteredFragment } from './register.graphql.ts';
import { type Decision, needsReason } from './register.rules';

interface DecisionDialogProps {
  readonly enterprise: RegisteredFragment;
  /** What is about to be decided; none: the dialog is closed. */
  readonly decision: Decision | undefined;
  readonly onClose: () => void;
}

/** Asks once more, and for the reason where the enterprise must be given one. */
export function DecisionDialog({ enterprise, decision, onClose }: DecisionDialogProps): ReactNode {
  const { t } = useTranslation('register');
  return (
    <Dialog
      title={decision ? t('decide.of', { decision: t(`decision.${decision}`), name: enterprise.name }) : ''}
      isOpen={decision !== undefined}
      onClose={onClose}
    >
      {decision && <Decide enterprise={enterprise} decision={decision} onClose={onClose} />}
    </Dialog>
  );
}

function Decide({ enterprise, decision, onClose }: DecisionDialogProps & { readonly decision: Decision }): ReactNode {
  const { t } = useTranslation('register');
  const tell = useToast();
  const [note, setNote] = useState('');
  const { act, isBusy, problem } = useAct(DecideEnterpriseDocument);
  const decide = async (): Promise<void> => {
    if (!(await act({ input: { enterpriseId: enterprise.id, decision, note: note.trim() } }))) return;
    tell({ text: t(`decided.${decision}`, { name: enterprise.name }) });
    onClose();
  };
  return (
    <Form label={t(`decision.${decision}`)} problem={problem} onSubmit={() => void decide()}>
      <p>{t(`explain.${decision}`)}</p>
      <TextField
        label={needsReason(decision) ? t('decide.reason') : t('decide.note')}
        hint={t('decide.noteHint')}
        path="note"
        value={note}
        onChange={setNote}
        required={needsReason(decision)}
        maxLength={500}
      />
      <Row>
        <Button type="submit" kind={decision === 'VERIFY' ? 'main' : 'bad'} isBusy={isBusy}>
          {t(`decision.${decision}`)}
        </Button>
        <Button onClick={onClose}>{t('decide.leave')}</Button>
      </Row>
    </Form>
  );
}
