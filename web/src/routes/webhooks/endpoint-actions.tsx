import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { ActButton } from '../../ui/act/act-button';
import { Ask } from '../../ui/act/ask';
import { Button } from '../../ui/button';
import { Form } from '../../ui/form';
import { Row, Stack } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { useToast } from '../../ui/toast';
import { EndpointFields } from './endpoint-fields';
import { Secret } from './secret';
import {
  DeleteWebhookDocument,
  type EndpointFragment,
  RotateWebhookDocument,
  TestWebhookDocument,
  UpdateWebhookDocument,
} from './webhooks.graphql.ts';

interface OfEndpoint {
  readonly endpoint: EndpointFragment;
}
interface InDialog extends OfEndpoint {
  readonly onClose: () => void;
}

/** What the API says can be done with an endpoint now. */
export function EndpointActions({ endpoint }: OfEndpoint): ReactNode {
  const { t } = useTranslation('webhooks');
  const { actions } = endpoint;
  return (
    <Row>
      {actions.includes('TEST') && <TestButton endpoint={endpoint} />}
      {actions.includes('PAUSE') && <PauseButton endpoint={endpoint} isPaused />}
      {actions.includes('RESUME') && <PauseButton endpoint={endpoint} isPaused={false} />}
      {actions.includes('UPDATE') && (
        <Ask label={t('act.edit')}>{(close) => <Change endpoint={endpoint} onClose={close} />}</Ask>
      )}
      {actions.includes('ROTATE') && (
        <Ask label={t('act.rotate')}>{(close) => <Rotate endpoint={endpoint} onClose={close} />}</Ask>
      )}
      {actions.includes('DELETE') && (
        <Ask label={t('act.delete')}>{(close) => <Delete endpoint={endpoint} onClose={close} />}</Ask>
      )}
    </Row>
  );
}

function TestButton({ endpoint: { id } }: OfEndpoint): ReactNode {
  const { t } = useTranslation('webhooks');
  const tell = useToast();
  const { act, isBusy, problem } = useAct(TestWebhookDocument);
  // Each press is a test of its own.
  const send = async (): Promise<void> => {
    const input = { webhookEndpointId: id, idempotencyKey: crypto.randomUUID() };
    if (await act({ input })) tell({ text: t('act.tested') });
  };
  return (
    <>
      {problem && <Notice tone="bad">{problem.message}</Notice>}
      <Button isBusy={isBusy} onClick={() => void send()}>
        {t('act.test')}
      </Button>
    </>
  );
}

function PauseButton({ endpoint: { id }, isPaused }: OfEndpoint & { readonly isPaused: boolean }): ReactNode {
  const { t } = useTranslation('webhooks');
  return (
    <ActButton
      label={t(isPaused ? 'act.pause' : 'act.resume')}
      document={UpdateWebhookDocument}
      variables={{ input: { webhookEndpointId: id, isPaused } }}
      done={t(isPaused ? 'act.paused' : 'act.resumed')}
    />
  );
}

function Change({ endpoint, onClose }: InDialog): ReactNode {
  const { t } = useTranslation('webhooks');
  const tell = useToast();
  const { act, isBusy, problem } = useAct(UpdateWebhookDocument);
  const { id, url, description, topics } = endpoint;
  const [draft, setDraft] = useState({ url, description, topics });
  const save = async (): Promise<void> => {
    if (!(await act({ input: { ...draft, webhookEndpointId: id } }))) return;
    tell({ text: t('form.saved') });
    onClose();
  };
  return (
    <Form label={t('act.edit')} problem={problem} onSubmit={() => void save()}>
      <EndpointFields
        draft={draft}
        change={({ topics: chosen, ...part }) =>
          setDraft((before) => ({ ...before, ...part, ...(chosen && { topics: [...chosen] }) }))
        }
      />
      <Row>
        <Button kind="main" type="submit" isBusy={isBusy} disabled={draft.topics.length === 0}>
          {t('form.save')}
        </Button>
        <Button onClick={onClose}>{t('act.leave')}</Button>
      </Row>
    </Form>
  );
}

function Rotate({ endpoint: { id }, onClose }: InDialog): ReactNode {
  const { t } = useTranslation('webhooks');
  const { act, isBusy, problem } = useAct(RotateWebhookDocument);
  const [secret, setSecret] = useState<string | null>(null);
  const rotate = async (): Promise<void> => {
    const done = await act({ input: { webhookEndpointId: id, idempotencyKey: crypto.randomUUID() } });
    if (done) setSecret(done.rotateWebhookSecret.secret);
  };
  if (secret !== null) return <Secret secret={secret} onKept={onClose} />;
  return (
    <Stack>
      <p>{t('act.rotateText')}</p>
      {problem && <Notice tone="bad">{problem.message}</Notice>}
      <Row>
        <Button kind="main" isBusy={isBusy} onClick={() => void rotate()}>
          {t('act.rotateGo')}
        </Button>
        <Button onClick={onClose}>{t('act.leave')}</Button>
      </Row>
    </Stack>
  );
}

function Delete({ endpoint: { id, url }, onClose }: InDialog): ReactNode {
  const { t } = useTranslation('webhooks');
  return (
    <Stack>
      <p>{url}</p>
      <p>{t('act.deleteText')}</p>
      <Row>
        <ActButton
          kind="bad"
          label={t('act.delete')}
          document={DeleteWebhookDocument}
          variables={{ input: { webhookEndpointId: id } }}
          done={t('act.deleted')}
          onDone={onClose}
        />
        <Button onClick={onClose}>{t('act.leave')}</Button>
      </Row>
    </Stack>
  );
}
