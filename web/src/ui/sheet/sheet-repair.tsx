import { type ReactNode, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetKind } from '../../api/sheet-import';
import { useFormats } from '../../i18n/formats';
import { Button } from '../button';
import { Card } from '../card';
import { Row, Stack } from '../layout';
import { Notice } from '../notice';
import { openFaults, type Sheet } from './sheet.rules';
import { SheetTable, type ShowFault } from './sheet-table';

interface SheetRepairProps {
  readonly kind: SheetKind;
  readonly sheet: Sheet;
  readonly change: (next: (before: Sheet) => Sheet) => void;
  readonly busyWith: 'check' | 'write' | undefined;
  readonly isKept: boolean;
  readonly onCheck: () => void;
  readonly onWrite: () => void;
  readonly onDrop: () => void;
}

/** What was read of a file, with its faults at their cells, and what can be done about it. */
export function SheetRepair(props: SheetRepairProps): ReactNode {
  const { kind, sheet, change, busyWith, isKept, onCheck, onWrite, onDrop } = props;
  const { t } = useTranslation('sheet');
  const faults = useMemo(() => openFaults(sheet), [sheet]);
  const showFault = useRef<ShowFault>(null);
  const isGood =
    sheet.faults.length === 0 && sheet.refused === 0 && sheet.changed.length === 0 && sheet.rows.length > 0;
  return (
    <Card title={sheet.fileName} actions={<Button onClick={onDrop}>{t('other')}</Button>}>
      <Stack>
        <Findings kind={kind} sheet={sheet} open={faults.length} isGood={isGood} />
        {!isKept && <Notice tone="call">{t('notKept')}</Notice>}
        <Row>
          {faults.length > 0 && (
            <Button onClick={() => showFault.current?.next()}>{t('nextFault', { count: faults.length })}</Button>
          )}
          <Button
            kind={isGood ? 'plain' : 'main'}
            isBusy={busyWith === 'check'}
            disabled={busyWith !== undefined || sheet.rows.length === 0}
            onClick={onCheck}
          >
            {t('check')}
          </Button>
          <Button
            kind={isGood ? 'main' : 'plain'}
            isBusy={busyWith === 'write'}
            disabled={!isGood || busyWith !== undefined}
            onClick={onWrite}
          >
            {t(`${kind}.write`, { count: sheet.heads })}
          </Button>
        </Row>
        <SheetTable ref={showFault} sheet={sheet} open={faults} change={change} isLocked={busyWith !== undefined} />
      </Stack>
    </Card>
  );
}

interface FindingsProps {
  readonly kind: SheetKind;
  readonly sheet: Sheet;
  readonly open: number;
  readonly isGood: boolean;
}

/** The result of the last check in words; read out when it changes. */
function Findings({ kind, sheet, open, isGood }: FindingsProps): ReactNode {
  const { t } = useTranslation('sheet');
  const { number } = useFormats();
  const { rows, refused, changed, heads, unknownHeaders, faults } = sheet;
  const shown = new Set(faults.map(({ line }) => line)).size;
  return (
    <>
      <Notice tone={isGood ? 'good' : 'call'}>
        <p>
          {isGood
            ? t(`${kind}.good`, { rows: number(rows.length), heads: number(heads) })
            : t('faulty', { rows: number(rows.length), refused: number(refused), open: number(open) })}
        </p>
        {changed.length > 0 && <p>{t('changed', { count: changed.length })}</p>}
        {changed.length === 0 && refused > shown && <p>{t('moreFaults', { shown: number(shown) })}</p>}
      </Notice>
      {unknownHeaders.length > 0 && <p className="soft">{t('unknown', { headers: unknownHeaders.join(', ') })}</p>}
    </>
  );
}
