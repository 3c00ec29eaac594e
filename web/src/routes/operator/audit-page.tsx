import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Form, TextField } from '../../ui/form';
import { Columns, Page } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { Table } from '../../ui/table';
import { AuditTrailDocument, type AuditTrailQuery } from './operator.graphql.ts';

const nothing = { operation: '', actorId: '', objectId: '' };
type Asked = typeof nothing;

/** Who did what, when, to what: the trail that nobody can change. */
export function AuditPage(): ReactNode {
  const { t } = useTranslation('operator');
  const [draft, setDraft] = useState<Asked>(nothing);
  const [asked, ask] = useState<Asked>(nothing);
  const variables = {
    operation: asked.operation.trim() || null,
    actorId: asked.actorId.trim() || null,
    objectId: asked.objectId.trim() || null,
  };
  return (
    <Page title={t('audit.title')}>
      <Card>
        <Form label={t('audit.find')} onSubmit={() => ask(draft)}>
          <Columns least="s">
            {(['operation', 'actorId', 'objectId'] as const).map((name) => (
              <TextField
                key={name}
                label={t(`audit.${name}`)}
                hint={name === 'operation' ? t('audit.operationHint') : undefined}
                value={draft[name]}
                onChange={(value) => setDraft({ ...draft, [name]: value })}
                maxLength={100}
              />
            ))}
          </Columns>
          <Button type="submit">{t('audit.find')}</Button>
        </Form>
      </Card>
      <Card>
        <Pages
          key={JSON.stringify(variables)}
          query={AuditTrailDocument}
          variables={variables}
          of={['AuditEntry']}
          pick={({ auditEntries }) => auditEntries}
          empty={t('audit.nothing')}
        >
          {(entries) => <Trail entries={entries} />}
        </Pages>
      </Card>
    </Page>
  );
}

function Trail({
  entries,
}: {
  readonly entries: readonly AuditTrailQuery['auditEntries']['edges'][number]['node'][];
}): ReactNode {
  const { t } = useTranslation('operator');
  const { dateTime } = useFormats();
  return (
    <Table caption={t('audit.title')}>
      <thead>
        <tr>
          {(['at', 'operation', 'who', 'what', 'details'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`audit.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map(({ id, at, operation, objectType, objectId, actor, account, chain, position, details }) => (
          <tr key={id}>
            <th scope="row">{dateTime(at)}</th>
            <td>{operation}</td>
            <td>{account?.login ?? actor}</td>
            <td>{objectType}</td>
            <td>
              <details>
                <summary>{t('audit.more')}</summary>
                <p>{objectId}</p>
                <p>
                  {chain} #{position}
                </p>
                <code>{details}</code>
              </details>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
