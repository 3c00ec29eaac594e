import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEvery } from '../../api/every';
import { SelectField } from '../../ui/form';
import { Answer } from '../../ui/state';
import {
  MachineTypesDocument,
  type MachineTypesQuery,
  ProcessesDocument,
  type ProcessesQuery,
} from './windows.graphql.ts';

export type Process = ProcessesQuery['processes']['edges'][number]['node'];
export type MachineType = MachineTypesQuery['machineTypes']['edges'][number]['node'];

const none = {};
const processesIn = ({ processes }: ProcessesQuery) => processes;
const typesIn = ({ machineTypes }: MachineTypesQuery) => machineTypes;

/** The processes that are known; what is below waits for them. */
export function WithProcesses({
  children,
}: {
  readonly children: (processes: readonly Process[]) => ReactNode;
}): ReactNode {
  const [answer, again] = useEvery(ProcessesDocument, none, processesIn);
  return (
    <Answer of={answer} onRetry={again}>
      {children}
    </Answer>
  );
}

/** The kinds of machines that are known. */
export function WithMachineTypes({
  children,
}: {
  readonly children: (types: readonly MachineType[]) => ReactNode;
}): ReactNode {
  const [answer, again] = useEvery(MachineTypesDocument, none, typesIn);
  return (
    <Answer of={answer} onRetry={again}>
      {children}
    </Answer>
  );
}

interface ProcessFieldProps {
  readonly label: string;
  readonly path?: string;
  readonly processes: readonly Process[];
  readonly value: string;
  readonly onChange: (processId: string) => void;
  readonly required?: boolean;
}

export function ProcessField({ processes, required = false, ...field }: ProcessFieldProps): ReactNode {
  const { t } = useTranslation('capacity');
  const blank = { value: '', label: required ? t('chooseProcess') : t('anyProcess') };
  return (
    <SelectField
      {...field}
      required={required}
      options={[blank, ...processes.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  );
}
