import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { Form, TextField } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { Upload } from '../../ui/upload';
import { LicenceView } from './licence-view';
import { CompleteRegistrationDocument, type MyEnterpriseQuery } from './account.graphql.ts';

type MyEnterprise = MyEnterpriseQuery['myEnterprise'];

interface PapersProps {
  readonly enterprise: MyEnterprise;
  readonly onChange: () => void;
}

/** What the bureau goes by: who stands behind it, and the licence; and why it cannot deal. */
export function Papers({ enterprise, onChange }: PapersProps): ReactNode {
  const { t } = useTranslation('account');
  const { name, papers, dealingBar, verification } = enterprise;
  const mayChange = verification === 'SUBMITTED' || verification === 'REJECTED';
  return (
    <>
      {dealingBar !== null && <Notice tone="bad">{dealingBar}</Notice>}
      {papers?.licence ? (
        <div>
          <LicenceView licence={papers.licence} label={t('papers.licence')} name={name} />
        </div>
      ) : (
        <p className="soft">{t('papers.noLicence')}</p>
      )}
      {mayChange && (
        <Upload
          to="/files/licence"
          label={t('papers.upload')}
          hint={t('papers.uploadHint')}
          accept=".png,.jpg,.jpeg,.pdf"
          onDone={onChange}
        />
      )}
      {mayChange && <People enterprise={enterprise} />}
      {!mayChange && (
        <p className="soft">{[papers?.legalRepresentative, papers?.handlerName].filter(Boolean).join(' · ')}</p>
      )}
    </>
  );
}

function People({ enterprise: { papers } }: Pick<PapersProps, 'enterprise'>): ReactNode {
  const { t } = useTranslation('account');
  const { act, isBusy, problem } = useAct(CompleteRegistrationDocument);
  const [legalRepresentative, setLegal] = useState(papers?.legalRepresentative ?? '');
  const [handlerName, setHandler] = useState(papers?.handlerName ?? '');
  return (
    <Form
      label={t('papers.people')}
      problem={problem}
      onSubmit={() => void act({ input: { legalRepresentative, handlerName } })}
    >
      <TextField
        label={t('papers.legal')}
        path="legalRepresentative"
        required
        maxLength={100}
        value={legalRepresentative}
        onChange={setLegal}
      />
      <TextField
        label={t('papers.handler')}
        path="handlerName"
        required
        maxLength={100}
        value={handlerName}
        onChange={setHandler}
      />
      <Button type="submit" isBusy={isBusy}>
        {t('papers.save')}
      </Button>
    </Form>
  );
}
