import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { watchCamera } from '../../pass/watch-camera';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import styles from './gate.module.css';
import { allowSound } from './signal';

interface GateCameraProps {
  readonly onText: (text: string) => void;
}

/** The phone's camera, asked for by a tap and not before. */
export function GateCamera({ onText }: GateCameraProps): ReactNode {
  const { t } = useTranslation('gate');
  const [isOn, setOn] = useState(false);
  const start = (): void => {
    allowSound();
    setOn(true);
  };
  if (isOn) return <View onText={onText} />;
  return (
    <>
      <Button kind="main" onClick={start}>
        {t('camera.start')}
      </Button>
      <p className="soft">{t('camera.hint')}</p>
    </>
  );
}

function View({ onText }: GateCameraProps): ReactNode {
  const { t } = useTranslation('gate');
  const video = useRef<HTMLVideoElement>(null);
  const tell = useRef(onText);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    tell.current = onText;
  }, [onText]);
  useEffect(() => {
    if (!video.current) return undefined;
    let isOver = false;
    let stop: (() => void) | undefined;
    watchCamera(video.current, (text) => tell.current(text)).then(
      (started) => {
        if (isOver) started();
        else stop = started;
      },
      () => setRefused(true),
    );
    return () => {
      isOver = true;
      stop?.();
    };
  }, []);
  if (isRefused) return <Notice tone="call">{t('camera.refused')}</Notice>;
  return <video ref={video} className={styles.video} aria-label={t('camera.view')} playsInline muted />;
}
