import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '../i18n/i18n';
import { DropZone } from './drop-zone';
import { Notice } from './notice';

interface UploadProps {
  /** The address that takes the file, as the multipart field `file`. */
  readonly to: string;
  readonly label: string;
  readonly hint: string;
  readonly accept: string;
  readonly onDone: () => void;
}

/** One file handed in; why it was not taken is told where it was dropped. */
export function Upload({ to, label, hint, accept, onDone }: UploadProps): ReactNode {
  const { t } = useTranslation();
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  const send = async (file: File): Promise<void> => {
    setBusy(true);
    const body = new FormData();
    body.set('file', file);
    try {
      const response = await fetch(to, { method: 'POST', headers: { 'accept-language': languageNow() }, body });
      const answer = (await response.json()) as { readonly error?: { readonly message?: string } };
      setFault(response.ok ? undefined : (answer.error?.message ?? t('state.offline')));
      if (response.ok) onDone();
    } catch {
      // No line: one tries again.
      setFault(t('state.offline'));
    }
    setBusy(false);
  };
  return (
    <>
      {fault !== undefined && <Notice tone="bad">{fault}</Notice>}
      <DropZone label={label} hint={hint} accept={accept} isBusy={isBusy} onFile={(file) => void send(file)} />
    </>
  );
}
