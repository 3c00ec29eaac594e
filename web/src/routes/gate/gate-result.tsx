import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { Row } from '../../ui/layout';
import styles from './gate.module.css';
import type { ScanDirection } from './gate.graphql.ts';
import type { GoodLook, Look } from './gate.rules';

interface GateResultProps {
  readonly look: Look;
  readonly isBusy: boolean;
  readonly onGo: (direction: ScanDirection) => void;
  readonly onNext: () => void;
}

/** Yes or no, to be seen from some steps away: by colour, sign and word. */
export function GateResult({ look, isBusy, onGo, onNext }: GateResultProps): ReactNode {
  const { t } = useTranslation('gate');
  const isGood = look.kind === 'good';
  const tone = !isGood ? 'bad' : look.isOffline ? 'call' : 'good';
  return (
    <section className={styles.result} data-tone={tone} role="status" aria-label={t('result')}>
      <p className={styles.word}>
        <span aria-hidden="true">{isGood ? '✓' : '✕'}</span> {t(wordOf(look))}
      </p>
      {isGood ? <Facts look={look} /> : <p>{look.problem ? t(`problem.${look.problem}`) : look.message}</p>}
      {look.isOffline && <p>{t('offline')}</p>}
      <Row>
        {isGood &&
          look.done === undefined &&
          waysOf(look.next).map((direction) => (
            <Button
              key={direction}
              kind={direction === look.next ? 'main' : 'plain'}
              isBusy={isBusy}
              onClick={() => onGo(direction)}
            >
              {t(`go.${direction}`)}
            </Button>
          ))}
        <Button onClick={onNext}>{t('next')}</Button>
      </Row>
    </section>
  );
}

function wordOf(look: Look): 'no' | 'yes' | 'real' | 'done.IN' | 'done.OUT' | 'done.AGAIN' {
  if (look.kind === 'bad') return 'no';
  if (look.done) return `done.${look.done}`;
  return look.isOffline ? 'real' : 'yes';
}

/** The likely way first. */
function waysOf(next: ScanDirection | undefined): readonly ScanDirection[] {
  if (next === undefined) return [];
  return next === 'IN' ? ['IN', 'OUT'] : ['OUT', 'IN'];
}

function Facts({ look }: { readonly look: GoodLook }): ReactNode {
  const { t } = useTranslation('gate');
  const { period } = useFormats();
  const { who, work, host, reference, days } = look;
  return (
    <div className={styles.who}>
      <span className={styles.disc} aria-hidden="true">
        {[...who].at(0)}
      </span>
      <div>
        <p className={styles.name}>{who}</p>
        <p>{work}</p>
        {host !== null && <p>{host}</p>}
        {reference !== null && <p>{t('reference', { reference })}</p>}
        {days && <p>{period(...days)}</p>}
      </div>
    </div>
  );
}
