import { createContext, type ReactNode, use, useCallback, useRef, useState } from 'react';
import { Button } from './button';
import styles from './toast.module.css';

interface Toast {
  readonly text: string;
  /** Offered for as long as the toast stands. */
  readonly undo?: { readonly label: string; readonly run: () => void };
}

type Tell = (toast: Toast) => void;

const ToastContext = createContext<Tell>(() => undefined);
const standsMs = 8_000;

/** Tells in passing that something was done, and lets it be undone where that is cheap. */
export function useToast(): Tell {
  return use(ToastContext);
}

export function ToastProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [toast, setToast] = useState<Toast>();
  const timer = useRef<number>(undefined);
  const tell = useCallback<Tell>((next) => {
    window.clearTimeout(timer.current);
    setToast(next);
    timer.current = window.setTimeout(() => setToast(undefined), standsMs);
  }, []);
  const undo = toast?.undo;
  return (
    <ToastContext value={tell}>
      {children}
      <div className={styles.place} role="status" aria-live="polite">
        {toast && (
          <div className={styles.toast}>
            <span>{toast.text}</span>
            {undo && (
              <Button
                kind="quiet"
                onClick={() => {
                  setToast(undefined);
                  undo.run();
                }}
              >
                {undo.label}
              </Button>
            )}
          </div>
        )}
      </div>
    </ToastContext>
  );
}
