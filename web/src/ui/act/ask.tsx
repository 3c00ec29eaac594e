import { type ReactNode, useState } from 'react';
import { Button, type ButtonKind } from '../button';
import { Dialog } from '../dialog';

interface AskProps {
  readonly label: string;
  /** What the dialog says above; the label where there is none. */
  readonly title?: string;
  readonly kind?: ButtonKind;
  readonly children: (close: () => void) => ReactNode;
}

/** A button that asks more before anything is done. */
export function Ask({ label, title = label, kind = 'plain', children }: AskProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button kind={kind} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog title={title} isOpen={isOpen} onClose={close}>
        {children(close)}
      </Dialog>
    </>
  );
}
