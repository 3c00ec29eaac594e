import { useEffect, useState } from 'react';
import { deviceKey } from '../../pass/device-key';
import type { KeptPass } from '../../pass/kept-pass';
import { gateAddress, makePass } from '../../pass/make-pass';
import { passLimits } from '../../pass/pass-code';

interface Code {
  /** What the QR code says; undefined for a moment at first. */
  readonly text: string | undefined;
  /** The browser keeps no key: private windows of some do not. */
  readonly isKeyless: boolean;
  /** The certificate has ended. */
  readonly hasEnded: boolean;
}

/** The code to show now; another every 15 seconds, and at once when one comes back to the page. Needs no network. */
export function useCode(pass: KeptPass): Code {
  const [code, setCode] = useState<Code>({ text: undefined, isKeyless: false, hasEnded: false });
  useEffect(() => {
    let isOver = false;
    const make = async (): Promise<Code> => {
      const now = Date.now() + pass.offsetMs;
      if (now >= Date.parse(pass.expiresAt)) return { text: undefined, isKeyless: false, hasEnded: true };
      const made = await makePass(pass.certificate, await deviceKey(), now);
      return { text: gateAddress(pass.gateUrl, made), isKeyless: false, hasEnded: false };
    };
    const show = (): void => {
      void make()
        .catch((): Code => ({ text: undefined, isKeyless: true, hasEnded: false }))
        .then((next) => {
          if (!isOver) setCode(next);
        });
    };
    const back = (): void => {
      if (document.visibilityState === 'visible') show();
    };
    show();
    const timer = setInterval(show, passLimits.stepSeconds * 1_000);
    document.addEventListener('visibilitychange', back);
    return () => {
      isOver = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', back);
    };
  }, [pass]);
  return code;
}
