import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { dayFrom } from '../../api/local-day';
import { Button } from '../../ui/button';
import { Form, TextField } from '../../ui/form';
import { useToast } from '../../ui/toast';
import { ProposeExtensionDocument } from './placement.graphql.ts';

interface ExtensionFormProps {
  readonly placementId: string;
  readonly endsOn: string;
  readonly onDone: () => void;
}

/** A later last day, for everyone to agree to. */
export function ExtensionForm({ placementId, endsOn, onDone }: ExtensionFormProps): ReactNode {
  const { t } = useTranslation('placement');
  const tell = useToast();
  const { act, isBusy, problem } = useAct(ProposeExtensionDocument);
  const [key] = useState(() => crypto.randomUUID());
  const [newEndsOn, setEnd] = useState(() => dayFrom(Date.parse(endsOn), 14));
  const send = async (): Promise<void> => {
    if (!(await act({ input: { idempotencyKey: key, placementId, newEndsOn } }))) return;
    tell({ text: t('extend.done') });
    onDone();
  };
  return (
    <Form label={t('extend.go')} problem={problem} onSubmit={() => void send()}>
      <p>{t('extend.text')}</p>
      <TextField
        label={t('extend.to')}
        path="newEndsOn"
        type="date"
        required
        min={dayFrom(Date.parse(endsOn), 1)}
        value={newEndsOn}
        onChange={setEnd}
      />
      <Button type="submit" kind="main" isBusy={isBusy}>
        {t('extend.go')}
      </Button>
    </Form>
  );
}
