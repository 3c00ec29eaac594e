import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Form, TextField } from '../../ui/form';
import { Row } from '../../ui/layout';
import { useToast } from '../../ui/toast';
import { DecideEnterpriseDocument, type EnterpriseAction } from './register.graphql.ts';
import type { RegisteredEnterprise } from './register-page';

type Step = Exclude<EnterpriseAction, 'RESUBMIT'>;
const steps: readonly Step[] = ['VERIFY', 'REJECT', 'SUSPEND'];

/** The officer's word on an enterprise; each is given with a reason that the enterprise reads. */
export function Decision({ enterprise }: { readonly enterprise: RegisteredEnterprise }): ReactNode {
  const { t } = useTranslation('register');
  const tell = useToast();
  const { act, isBusy, problem } = useAct(DecideEnterpriseDocument);
  const [asked, ask] = useState<Step>();
  const [note, setNote] = useState('');
  const decide = async (decision: Step): Promise<void> => {
    if (!(await act({ input: { enterpriseId: enterprise.id, decision, note } }))) return;
    ask(undefined);
    setNote('');
    tell({ text: t(`done.${decision}`, { name: enterprise.name }) });
  };
  return (
    <>
      <Row>
        {steps
          .filter((step) => enterprise.actions.includes(step))
          .map((step) => (
            <Button key={step} kind={step === 'VERIFY' ? 'main' : 'plain'} onClick={() => ask(step)}>
              {t(`step.${step}`)}
            </Button>
          ))}
      </Row>
      <Dialog title={enterprise.name} isOpen={asked !== undefined} onClose={() => ask(undefined)}>
        {asked && (
          <Form label={t(`step.${asked}`)} problem={problem} onSubmit={() => void decide(asked)}>
            <TextField
              label={t('reason')}
              hint={t('reasonHint')}
              path="note"
              required={asked !== 'VERIFY'}
              maxLength={500}
              value={note}
              onChange={setNote}
            />
            <Row>
              <Button kind={asked === 'VERIFY' ? 'main' : 'bad'} type="submit" isBusy={isBusy}>
                {t(`step.${asked}`)}
              </Button>
              <Button onClick={() => ask(undefined)}>{t('cancel')}</Button>
            </Row>
          </Form>
        )}
      </Dialog>
    </>
  );
}
