import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DropZone } from '../../ui/drop-zone';
import { Page } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { checkPaper, type PaperCheck } from './check-paper';
import { Verdict } from './verdict';

/** For anyone: whether a paper is one that this installation sealed, and what the seal says. */
export function VerifyPage(): ReactNode {
  const { t } = useTranslation('verify');
  const [isBusy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<{ readonly name: string; readonly check: PaperCheck }>();
  const check = async (file: File): Promise<void> => {
    setBusy(true);
    setAnswer({ name: file.name, check: await checkPaper(file, t('offline')) });
    setBusy(false);
  };
  return (
    <Page title={t('title')} width="text">
      <p>{t('what')}</p>
      <DropZone
        label={isBusy ? t('checking') : t('drop')}
        hint={t('dropHint')}
        accept=".pdf,application/pdf"
        isBusy={isBusy}
        onFile={(file) => void check(file)}
      />
      {answer &&
        ('problem' in answer.check ? (
          <Notice tone="bad">{answer.check.problem}</Notice>
        ) : (
          <Verdict name={answer.name} found={answer.check} />
        ))}
    </Page>
  );
}
