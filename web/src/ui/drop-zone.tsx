import { type DragEvent, type ReactNode, useState } from 'react';
import styles from './drop-zone.module.css';

interface DropZoneProps {
  readonly label: string;
  readonly hint: string;
  /** File names' endings, e.g. `.csv,.xlsx`. */
  readonly accept: string;
  readonly isBusy: boolean;
  readonly onFile: (file: File) => void;
}

/** A place to drop a file on, which is also the button that chooses one. */
export function DropZone({ label, hint, accept, isBusy, onFile }: DropZoneProps): ReactNode {
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent): void => {
    // Without this the browser opens the file in place of the page.
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && !isBusy) onFile(file);
  };
  return (
    <label
      className={styles.zone}
      data-over={isOver}
      aria-busy={isBusy}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        type="file"
        className="visually-hidden"
        accept={accept}
        disabled={isBusy}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onFile(file);
          // The same file, corrected, can be chosen again.
          target.value = '';
        }}
      />
      <strong>{label}</strong>
      <span className="soft">{hint}</span>
    </label>
  );
}
