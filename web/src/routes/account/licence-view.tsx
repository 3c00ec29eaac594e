import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNow } from '../../i18n/i18n';
import { useFormats } from '../../i18n/formats';
import { Ask } from '../../ui/act/ask';
import { Button } from '../../ui/button';
import { Row, Stack } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { Loading } from '../../ui/state';
import styles from './licence-view.module.css';

interface Licence {
  readonly id: string;
  readonly mediaType: string;
  readonly createdAt: string;
}

interface LicenceViewProps {
  readonly licence: Licence;
  /** What the button says. */
  readonly label: string;
  /** Whose licence it is. */
  readonly name: string;
}

/** The licence as the enterprise handed it in, in a dialog. */
export function LicenceView({ licence, label, name }: LicenceViewProps): ReactNode {
  const { t } = useTranslation('account');
  return (
    <Ask label={label} title={t('papers.of', { name })}>
      {(close) => <Sheet key={licence.id} licence={licence} name={name} onClose={close} />}
    </Ask>
  );
}

interface SheetProps {
  readonly licence: Licence;
  readonly name: string;
  readonly onClose: () => void;
}

function Sheet({ licence: { id, mediaType, createdAt }, name, onClose }: SheetProps): ReactNode {
  const { t } = useTranslation('account');
  const { dateTime } = useFormats();
  return (
    <Stack>
      <p className="soft">{t('papers.handedIn', { when: dateTime(createdAt) })}</p>
      {mediaType.startsWith('image/') ? <Picture id={id} name={name} /> : <p>{t('papers.isPdf')}</p>}
      <Row>
        <a className={styles.link} href={`/files/${id}`} download>
          {t('papers.download')}
        </a>
        <Button onClick={onClose}>{t('papers.close')}</Button>
      </Row>
    </Stack>
  );
}

/** The service gives files as downloads only, so the picture is made here, of the bytes. */
function Picture({ id, name }: { readonly id: string; readonly name: string }): ReactNode {
  const { t } = useTranslation(['account', 'common']);
  const [url, setUrl] = useState<string>();
  const [fault, setFault] = useState<string>();
  const [tries, setTries] = useState(0);
  const offline = t('common:state.offline');
  useEffect(() => {
    const leave = new AbortController();
    let made: string | undefined;
    const load = async (): Promise<void> => {
      try {
        const bytes = await bytesOf(id, leave.signal);
        if (leave.signal.aborted) return;
        made = URL.createObjectURL(bytes);
        setUrl(made);
      } catch (error) {
        if (leave.signal.aborted) return;
        setFault(error instanceof Refused ? error.message || offline : offline);
      }
    };
    void load();
    return () => {
      leave.abort();
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [id, offline, tries]);
  const again = (): void => {
    setFault(undefined);
    setTries(tries + 1);
  };
  if (fault !== undefined)
    return (
      <Notice tone="bad">
        <p>{fault}</p>
        <Button onClick={again}>{t('common:state.retry')}</Button>
      </Notice>
    );
  if (url === undefined) return <Loading />;
  return <img className={styles.picture} src={url} alt={t('papers.of', { name })} />;
}

/** The service said no, in words. */
class Refused extends Error {}

async function bytesOf(id: string, signal: AbortSignal): Promise<Blob> {
  const response = await fetch(`/files/${id}`, { headers: { 'accept-language': languageNow() }, signal });
  if (response.ok) return response.blob();
  const answer = (await response.json()) as { readonly error?: { readonly message?: string } };
  throw new Refused(answer.error?.message);
}
