import {
  memo,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetFault, SheetRow } from '../../api/sheet-import';
import { Button } from '../button';
import { VirtualTable } from '../virtual-table';
import { faultsByLine, type Sheet, widthOf, withCell, withoutRow } from './sheet.rules';
import styles from './sheet-table.module.css';

export interface ShowFault {
  /** Goes to the next cell with a fault, after the last the first. */
  readonly next: () => void;
}

interface SheetTableProps {
  readonly ref: Ref<ShowFault>;
  readonly sheet: Sheet;
  /** Faults that nobody has touched yet. */
  readonly open: readonly SheetFault[];
  readonly change: (next: (before: Sheet) => Sheet) => void;
  /** While the sheet is with the API its cells stay as they are. */
  readonly isLocked: boolean;
}

const noFaults: readonly SheetFault[] = [];

/** The table as it was read: any cell can be written, faulty ones say what is wrong. */
export function SheetTable({ ref, sheet, open, change, isLocked }: SheetTableProps): ReactNode {
  const { t } = useTranslation('sheet');
  const { headers, rows } = sheet;
  const byLine = useMemo(() => faultsByLine(open), [open]);
  const width = useMemo(() => widthOf({ headers, rows }), [headers, rows]);
  const [sought, setSought] = useState<{ readonly fault: SheetFault; readonly index: number }>();
  const last = useRef<SheetFault>(undefined);
  useImperativeHandle(ref, () => ({
    next: () => {
      const fault = open[last.current ? open.indexOf(last.current) + 1 : 0] ?? open[0];
      last.current = fault;
      if (fault) setSought({ fault, index: rows.findIndex(({ line }) => line === fault.line) });
    },
  }));
  const write = useCallback(
    (line: number, column: number, text: string): void => change((before) => withCell(before, line, column, text)),
    [change],
  );
  const remove = useCallback((line: number): void => change((before) => withoutRow(before, line)), [change]);
  const found = useCallback((): void => setSought(undefined), []);
  return (
    <VirtualTable
      caption={t('table')}
      head={<Head headers={headers} width={width} />}
      rows={rows}
      keyOf={({ line }) => line}
      show={sought}
    >
      {(row) => (
        <Cells
          row={row}
          headers={headers}
          width={width}
          faults={byLine.get(row.line) ?? noFaults}
          sought={sought?.fault.line === row.line ? sought.fault.header : undefined}
          isLocked={isLocked}
          onWrite={write}
          onRemove={remove}
          onFound={found}
        />
      )}
    </VirtualTable>
  );
}

function Head({ headers, width }: { readonly headers: readonly string[]; readonly width: number }): ReactNode {
  const { t } = useTranslation('sheet');
  return (
    <>
      <th scope="col">{t('line')}</th>
      {Array.from({ length: width }, (_, column) => (
        <th key={column} scope="col">
          {headers[column] === undefined || headers[column] === '' ? t('noHeader') : headers[column]}
        </th>
      ))}
      <th scope="col">
        <span className="visually-hidden">{t('remove')}</span>
      </th>
    </>
  );
}

interface CellsProps {
  readonly row: SheetRow;
  readonly headers: readonly string[];
  readonly width: number;
  readonly faults: readonly SheetFault[];
  /** Header of the cell to go to, if it is in this row. */
  readonly sought: string | undefined;
  readonly isLocked: boolean;
  readonly onWrite: (line: number, column: number, text: string) => void;
  readonly onRemove: (line: number) => void;
  readonly onFound: () => void;
}

/** Drawn anew only when something of the row itself changes: there can be ten thousand. */
const Cells = memo(function Cells(props: CellsProps): ReactNode {
  const { row, headers, width, faults, sought, isLocked, onWrite, onRemove, onFound } = props;
  const { t } = useTranslation('sheet');
  const { line, cells } = row;
  const ofRow = faults.filter(({ header }) => header === '' || !headers.includes(header));
  // A fault of the whole row is shown, and gone to, at its first cell.
  const isRowSought = sought !== undefined && !headers.includes(sought);
  return (
    <>
      <th scope="row">{line}</th>
      {Array.from({ length: width }, (_, column) => {
        const header = headers[column] ?? '';
        const own = header === '' ? noFaults : faults.filter((fault) => fault.header === header);
        return (
          <td key={column}>
            <Cell
              label={t('cell', { header: header === '' ? t('noHeader') : header, line })}
              text={cells[column] ?? ''}
              faults={column === 0 ? [...ofRow, ...own] : own}
              isSought={(sought !== undefined && header !== '' && sought === header) || (isRowSought && column === 0)}
              isLocked={isLocked}
              onWrite={(text) => onWrite(line, column, text)}
              onFound={onFound}
            />
          </td>
        );
      })}
      <td>
        <Button kind="quiet" disabled={isLocked} aria-label={t('removeLine', { line })} onClick={() => onRemove(line)}>
          ×
        </Button>
      </td>
    </>
  );
});

interface CellProps {
  readonly label: string;
  readonly text: string;
  readonly faults: readonly SheetFault[];
  readonly isSought: boolean;
  readonly isLocked: boolean;
  readonly onWrite: (text: string) => void;
  readonly onFound: () => void;
}

function Cell({ label, text, faults, isSought, isLocked, onWrite, onFound }: CellProps): ReactNode {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isSought) return;
    input.current?.focus();
    onFound();
  }, [isSought, onFound]);
  const isFaulty = faults.length > 0;
  return (
    <>
      <input
        ref={input}
        className={styles.cell}
        aria-label={label}
        aria-invalid={isFaulty}
        aria-describedby={isFaulty ? id : undefined}
        readOnly={isLocked}
        value={text}
        onChange={({ target }) => onWrite(target.value)}
      />
      {isFaulty && (
        <div id={id} className={styles.fault}>
          {faults.map(({ message }) => message).join(' ')}
        </div>
      )}
    </>
  );
}
