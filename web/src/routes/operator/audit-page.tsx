import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddress } from '../../shell/address';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Form, TextField } from '../../ui/form';
import { Columns, Page, Row } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { AuditTable } from './audit-table';
import { AuditDocument } from './operator.graphql.ts';
import { auditFilterOf } from './operator.rules';

/** What was done by whom, newest first. */
export function AuditPage(): ReactNode {
  const { t } = useTranslation('operator');
  const [address] = useAddress();
  const filter = auditFilterOf(address);
  const key = JSON.stringify(filter);
  return (
    <Page title={t('audit.title')}>
      <Card>
        <Filter key={key} />
      </Card>
      <Card>
        <Pages
          key={key}
          query={AuditDocument}
          variables={filter}
          of={['AuditEntry']}
          pick={({ auditEntries }) => auditEntries}
          empty={t('audit.nothing')}
        >
          {(entries) => <AuditTable entries={entries} />}
        </Pages>
      </Card>
    </Page>
  );
}

function Filter(): ReactNode {
  const { t } = useTranslation('operator');
  const [address, go] = useAddress();
  const [operation, setOperation] = useState(address.get('operation') ?? '');
  const [actor, setActor] = useState(address.get('actor') ?? '');
  const [object, setObject] = useState(address.get('object') ?? '');
  const submit = (): void => go({ operation: operation.trim(), actor: actor.trim(), object: object.trim() });
  return (
    <Form label={t('audit.filter')} onSubmit={submit}>
      <Columns least="s">
        <TextField
          label={t('audit.operation')}
          hint={t('audit.operationHint')}
          value={operation}
          onChange={setOperation}
          maxLength={64}
        />
        <TextField
          label={t('audit.actor')}
          hint={t('audit.actorHint')}
          value={actor}
          onChange={setActor}
          maxLength={64}
        />
        <TextField
          label={t('audit.object')}
          hint={t('audit.objectHint')}
          value={object}
          onChange={setObject}
          maxLength={64}
        />
      </Columns>
      <Row>
        <Button type="submit" kind="main">
          {t('audit.go')}
        </Button>
        <Button onClick={() => go({ operation: '', actor: '', object: '' })}>{t('audit.all')}</Button>
      </Row>
    </Form>
  );
}
