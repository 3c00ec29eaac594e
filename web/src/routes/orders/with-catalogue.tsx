import type { ReactNode } from 'react';
import { WithProcesses } from '../capacity/catalogue';
import { WithKinds } from '../materials/kinds';
import type { Catalogue } from './line-fields';

/** Kinds of material and processes; what is below waits for them. */
export function WithCatalogue({ children }: { readonly children: (catalogue: Catalogue) => ReactNode }): ReactNode {
  return (
    <WithKinds>{(kinds) => <WithProcesses>{(processes) => children({ kinds, processes })}</WithProcesses>}</WithKinds>
  );
}
