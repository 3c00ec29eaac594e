import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useAct } from '../../api/act';
import type { Problem } from '../../api/problem';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Form, SelectField, TextField } from '../../ui/form';
import { Columns, Stack } from '../../ui/layout';
import { useToast } from '../../ui/toast';
import { AllCertificatesDocument, type MyProfileQuery, SetCertificatesDocument } from './profile.graphql.ts';
import styles from './worker.module.css';

type Held = MyProfileQuery['myWorker']['certificates'][number];

/** Certificates that some work asks for by law, and until when each is good. */
export function CertificatesCard({ certificates }: { readonly certificates: readonly Held[] }): ReactNode {
  const { t } = useTranslation('profile');
  const { date } = useFormats();
  const tell = useToast();
  const { act, problem, isBusy } = useAct(SetCertificatesDocument);
  const others = (without: string) =>
    certificates
      .filter((held) => held.certificate.code !== without)
      .map((held) => ({ code: held.certificate.code, validUntil: held.validUntil }));
  const save = async (list: { code: string; validUntil: string }[]): Promise<void> => {
    if (await act({ input: { certificates: list } })) tell({ text: t('saved') });
  };
  return (
    <Card title={t('certificates.title')}>
      <Stack>
        <ul className={styles.rows}>
          {certificates.map(({ certificate, validUntil: until }) => (
            <li key={certificate.code}>
              <span>{t('certificates.held', { name: certificate.name, until: date(until) })}</span>
              <Button
                aria-label={t('skills.removeOf', { name: certificate.name })}
                onClick={() => void save(others(certificate.code))}
              >
                {t('remove')}
              </Button>
            </li>
          ))}
        </ul>
        <NewCertificate problem={problem} isBusy={isBusy} onAdd={(held) => void save([...others(held.code), held])} />
      </Stack>
    </Card>
  );
}

interface NewCertificateProps {
  readonly problem: Problem | undefined;
  readonly isBusy: boolean;
  readonly onAdd: (held: { code: string; validUntil: string }) => void;
}

function NewCertificate({ problem, isBusy, onAdd }: NewCertificateProps): ReactNode {
  const { t } = useTranslation('profile');
  const [{ data }] = useQuery({ query: AllCertificatesDocument, variables: {} });
  const [code, setCode] = useState('');
  const [validUntil, setValidUntil] = useState('');
  const choices = data?.certificates.edges.map(({ node }) => ({ value: node.code, label: node.name })) ?? [];
  return (
    <details>
      <summary>{t('certificates.add')}</summary>
      <Form label={t('certificates.add')} problem={problem} onSubmit={() => onAdd({ code, validUntil })}>
        <Columns least="s">
          <SelectField
            label={t('certificates.which')}
            value={code}
            onChange={setCode}
            options={[{ value: '', label: t('choose') }, ...choices]}
            required
          />
          <TextField label={t('certificates.until')} type="date" value={validUntil} onChange={setValidUntil} required />
        </Columns>
        <Button type="submit" isBusy={isBusy}>
          {t('save')}
        </Button>
      </Form>
    </details>
  );
}
