import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../api/problem';
import { useSession } from '../../api/session';
import { type SheetAnswer, type SheetKind, sendSheet } from '../../api/sheet-import';
import { type Language, languageNow } from '../../i18n/i18n';
import { Button } from '../button';
import { DropZone } from '../drop-zone';
import { Row, Stack } from '../layout';
import { Notice } from '../notice';
import { useToast } from '../toast';
import { csvOf, type Sheet, sheetOf } from './sheet.rules';
import { SheetRepair } from './sheet-repair';
import { useSheet } from './use-sheet';

interface Sending {
  readonly send: (file: File, key: string, dryRun: boolean) => Promise<SheetAnswer | undefined>;
  readonly busyWith: 'check' | 'write' | undefined;
  readonly problem: Problem | undefined;
}

function useSending(to: string): Sending {
  const { t } = useTranslation();
  const { refresh } = useSession();
  const [busyWith, setBusyWith] = useState<Sending['busyWith']>();
  const [problem, setProblem] = useState<Problem>();
  const send = async (file: File, key: string, dryRun: boolean): Promise<SheetAnswer | undefined> => {
    setBusyWith(dryRun ? 'check' : 'write');
    const answer = await sendSheet(file, { to, dryRun, key, offline: t('state.offline') });
    setBusyWith(undefined);
    setProblem('problem' in answer ? answer.problem : undefined);
    if (!('problem' in answer)) return answer;
    // The session is over: whoever logs in again finds the sheet as it was.
    if (answer.problem.code === 'UNAUTHENTICATED') await refresh();
    return undefined;
  };
  return { send, busyWith, problem };
}

const fileOf = ({ headers, rows, fileName }: Sheet): File => {
  const cells = rows.map((row) => row.cells);
  return new File([csvOf(headers, cells)], fileName.replace(/(\.\w+)?$/, '.csv'), { type: 'text/csv' });
};

interface SheetImportProps {
  readonly kind: SheetKind;
  /** Where below /imports it goes; by its kind where it is not said. */
  readonly to?: string;
  readonly accountId: string;
  /** A file to fill in, in a language. */
  readonly example: (language: Language) => string;
  readonly onWritten: () => void;
}

/** A spreadsheet in: dropped, checked, repaired where it is faulty, and written. */
export function SheetImport({ kind, to = kind, accountId, example, onWritten }: SheetImportProps): ReactNode {
  const { t } = useTranslation('sheet');
  const tell = useToast();
  const { sheet, change, put, isKept } = useSheet(kind, accountId);
  const { send, busyWith, problem } = useSending(to);
  const [isCut, setCut] = useState(false);
  const check = async (file: File, key: string, fileName: string): Promise<void> => {
    const answer = await send(file, key, true);
    if (!answer) return;
    setCut(answer.table.isCut);
    if (!answer.table.isCut) put(sheetOf(answer, key, fileName));
  };
  const write = async (checked: Sheet): Promise<void> => {
    const answer = await send(fileOf(checked), checked.key, false);
    if (!answer) return;
    if (!answer.written) {
      // The day has turned, or somebody changed the catalogue, since the check.
      put(sheetOf(answer, checked.key, checked.fileName));
      return;
    }
    put(undefined);
    tell({ text: t(`${kind}.written`, { count: answer.heads }) });
    onWritten();
  };
  return (
    <Stack>
      {problem && <Notice tone="bad">{problem.message}</Notice>}
      {isCut && <Notice tone="bad">{t('cut')}</Notice>}
      {sheet ? (
        <SheetRepair
          kind={kind}
          sheet={sheet}
          change={change}
          busyWith={busyWith}
          isKept={isKept}
          onCheck={() => void check(fileOf(sheet), sheet.key, sheet.fileName)}
          onWrite={() => void write(sheet)}
          onDrop={() => put(undefined)}
        />
      ) : (
        <Start
          kind={kind}
          example={example}
          isBusy={busyWith !== undefined}
          onFile={(file) => void check(file, crypto.randomUUID(), file.name)}
        />
      )}
    </Stack>
  );
}

interface StartProps extends Pick<SheetImportProps, 'kind' | 'example'> {
  readonly isBusy: boolean;
  readonly onFile: (file: File) => void;
}

function Start({ kind, example, isBusy, onFile }: StartProps): ReactNode {
  const { t } = useTranslation('sheet');
  return (
    <>
      <DropZone
        label={isBusy ? t('checking') : t('drop')}
        hint={t(`${kind}.dropHint`)}
        accept=".xlsx,.csv,.txt"
        isBusy={isBusy}
        onFile={onFile}
      />
      <Row>
        <Button onClick={() => download(t(`${kind}.exampleName`), example(languageNow()))}>{t('example')}</Button>
        <span className="soft">{t(`${kind}.exampleHint`)}</span>
      </Row>
    </>
  );
}

function download(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
