import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useAct } from '../../api/act';
import { usePolledQuery } from '../../api/polled';
import { useFormats } from '../../i18n/formats';
import { Ask } from '../../ui/act/ask';
import { Button, ButtonLink } from '../../ui/button';
import { Card, Tag } from '../../ui/card';
import { Form, LongTextField } from '../../ui/form';
import { Page, Row, Stack } from '../../ui/layout';
import { Answer, Empty } from '../../ui/state';
import { Table } from '../../ui/table';
import { useToast } from '../../ui/toast';
import { Content } from './content';
import { EditionState } from './edition-state';
import { MailReportDocument, OneEditionDocument, type OneEditionQuery } from './reports.graphql.ts';
import { addressesOf } from './reports.rules';
import styles from './reports.module.css';

type Edition = NonNullable<OneEditionQuery['bulletin']>;

const soonMs = 1_000;
const seldomMs = 30_000;

/** One edition: its files, whom it went to, what it says, and where each figure comes from. */
export function EditionPage(): ReactNode {
  const { t } = useTranslation('reports');
  const { id = '' } = useParams();
  const query = useMemo(() => ({ query: OneEditionDocument, variables: { id } }), [id]);
  const [isBusy, setBusy] = useState(true);
  const [answer, ask] = usePolledQuery(query, isBusy ? soonMs : seldomMs);
  const edition = answer.data?.bulletin;
  const isUnderWay =
    edition?.state === 'QUEUED' ||
    edition?.state === 'RUNNING' ||
    edition?.mailed.some(({ state }) => state === 'WAITING');
  if (edition && (isUnderWay ?? false) !== isBusy) setBusy(isUnderWay ?? false);
  return (
    <Page
      title={edition?.plan.title ?? t('title')}
      actions={<ButtonLink to="/bureau/reports">{t('tab.editions')}</ButtonLink>}
    >
      <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {({ bulletin }) => (bulletin ? <OneEdition edition={bulletin} /> : <Empty>{t('edition.gone')}</Empty>)}
      </Answer>
    </Page>
  );
}

function OneEdition({ edition }: { readonly edition: Edition }): ReactNode {
  const { t } = useTranslation('reports');
  const formats = useFormats();
  const { id, from, until, version, content, files } = edition;
  return (
    <Stack>
      <Card
        title={`${formats.period(from, until)} · ${t('edition.nth', { version })}`}
        actions={<EditionState edition={edition} />}
      >
        <Stack>
          <Row>
            {files.map(({ format, byteCount }) => (
              <a key={format} href={`/bulletins/${id}.${format.toLowerCase()}`} download>
                {t(`file.${format}`, { size: formats.bytes(byteCount) })}
              </a>
            ))}
          </Row>
          <Mailed edition={edition} />
        </Stack>
      </Card>
      {content && (
        <>
          <Card>
            <Content content={content} />
          </Card>
          <Sources content={content} />
        </>
      )}
    </Stack>
  );
}

const tones = { WAITING: 'call', SENT: 'good', FAILED: 'bad' } as const;

function Mailed({ edition: { id, state, mailed } }: { readonly edition: Edition }): ReactNode {
  const { t } = useTranslation('reports');
  return (
    <>
      {mailed.length > 0 && (
        <ul className={styles.summary}>
          {mailed.map(({ id: mailId, address, state: went, fault }) => (
            <li key={mailId}>
              {address} <Tag tone={tones[went]}>{t(`mail.${went}`)}</Tag>{' '}
              {fault !== null && <span className="soft">{fault}</span>}
            </li>
          ))}
        </ul>
      )}
      {state === 'SUCCEEDED' && (
        <Row>
          <Ask label={t('mail.label')} kind="main">
            {(close) => <MailForm id={id} onDone={close} />}
          </Ask>
        </Row>
      )}
    </>
  );
}

function MailForm({ id, onDone }: { readonly id: string; readonly onDone: () => void }): ReactNode {
  const { t } = useTranslation('reports');
  const tell = useToast();
  const [key] = useState(() => crypto.randomUUID());
  const [text, setText] = useState('');
  const { act, isBusy, problem } = useAct(MailReportDocument);
  const send = async (): Promise<void> => {
    if (!(await act({ input: { idempotencyKey: key, bulletinId: id, addresses: addressesOf(text) } }))) return;
    tell({ text: t('mail.asked') });
    onDone();
  };
  return (
    <Form label={t('mail.label')} problem={problem} onSubmit={() => void send()}>
      <LongTextField
        label={t('field.addresses')}
        path="addresses"
        hint={t('field.addressesHint')}
        required
        value={text}
        onChange={setText}
      />
      <Row>
        <Button kind="main" type="submit" isBusy={isBusy}>
          {t('mail.send')}
        </Button>
        <Button onClick={onDone}>{t('plan.leave')}</Button>
      </Row>
    </Form>
  );
}

function Sources({ content }: { readonly content: NonNullable<Edition['content']> }): ReactNode {
  const { t } = useTranslation('reports');
  const formats = useFormats();
  return (
    <Card title={t('sources')}>
      <details>
        <summary>{t('sourcesHint', { at: formats.dateTime(content.asOf) })}</summary>
        <Table caption={t('sources')}>
          <thead>
            <tr>
              <th scope="col">{t('field.indicator')}</th>
              <th scope="col">{t('edition.period')}</th>
              <th scope="col">{t('query')}</th>
            </tr>
          </thead>
          <tbody>
            {content.sources.map(({ code, name, from, until, query }) => (
              <tr key={`${code} ${from}`}>
                <th scope="row">{name}</th>
                <td>{formats.period(from, until)}</td>
                <td>
                  <code className={styles.query}>{query}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </details>
    </Card>
  );
}
