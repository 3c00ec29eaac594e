import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Form } from '../../ui/form';
import { EndpointFields, topics } from './endpoint-fields';
import { Secret } from './secret';
import { CreateWebhookDocument } from './webhooks.graphql.ts';

const blank = { url: '', description: '', topics };

/** A new endpoint; its secret stands here until its owner has kept it. */
export function NewEndpoint(): ReactNode {
  const { t } = useTranslation('webhooks');
  const { act, isBusy, problem } = useAct(CreateWebhookDocument);
  const [draft, setDraft] = useState(blank);
  const [secret, setSecret] = useState<string | null>(null);
  const create = async (): Promise<void> => {
    const input = { ...draft, topics: [...draft.topics], idempotencyKey: crypto.randomUUID() };
    const done = await act({ input });
    if (!done) return;
    setSecret(done.createWebhookEndpoint.secret);
    setDraft(blank);
  };
  return (
    <Card title={t('form.add')}>
      {secret === null ? (
        <Form label={t('form.add')} problem={problem} onSubmit={() => void create()}>
          <EndpointFields draft={draft} change={(part) => setDraft((before) => ({ ...before, ...part }))} />
          <Button kind="main" type="submit" isBusy={isBusy} disabled={draft.topics.length === 0}>
            {t('form.create')}
          </Button>
        </Form>
      ) : (
        <Secret secret={secret} onKept={() => setSecret(null)} />
      )}
    </Card>
  );
}
