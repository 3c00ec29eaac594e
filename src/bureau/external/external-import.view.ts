import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../platform/graphql/connection.js';
import { type Language, render } from '../../platform/i18n/message.js';
import { describeFault } from '../../platform/imports/index.js';
import type { ExternalImport, ExternalImportState } from './external.entity.js';
import { failureMessages } from './external.messages.js';
import type { ExternalFailure } from './external-failure.js';

export const ExternalImportStateEnum = {
  QUEUED: 'queued',
  RUNNING: 'running',
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
} as const satisfies Record<string, ExternalImportState>;
registerEnumType(ExternalImportStateEnum, {
  name: 'ExternalImportState',
  description: 'Where a run stands.',
  valuesMap: {
    QUEUED: { description: 'Waits for its job.' },
    RUNNING: { description: 'Is being read.' },
    SUCCEEDED: { description: 'Its good rows hold.' },
    FAILED: { description: 'Brought nothing; the failure says why.' },
  },
});

export const ExternalImportSourceEnum = { UPLOAD: 'upload', HTTP: 'http' } as const satisfies Record<
  string,
  ExternalImport['source']
>;
registerEnumType(ExternalImportSourceEnum, {
  name: 'ExternalImportSource',
  description: 'What sort of run.',
  valuesMap: {
    UPLOAD: { description: 'Somebody brought a file.' },
    HTTP: { description: 'An address was read.' },
  },
});

export const ExternalFailureEnum = {
  ADDRESS_REFUSED: 'ADDRESS_REFUSED',
  UNREACHABLE: 'UNREACHABLE',
  TIMED_OUT: 'TIMED_OUT',
  REDIRECTED: 'REDIRECTED',
  BAD_STATUS: 'BAD_STATUS',
  TOO_LARGE: 'TOO_LARGE',
  NOT_JSON: 'NOT_JSON',
  NO_ROWS: 'NO_ROWS',
  TOO_MANY_ROWS: 'TOO_MANY_ROWS',
  FAULTY_ROWS: 'FAULTY_ROWS',
  INTERRUPTED: 'INTERRUPTED',
} as const satisfies { readonly [F in ExternalFailure]: F };
registerEnumType(ExternalFailureEnum, {
  name: 'ExternalFailure',
  description: 'Why a run brought nothing.',
  valuesMap: Object.fromEntries(
    Object.entries(failureMessages).map(([name, { en }]) => [name, { description: en.replace('{status}', 'no 200') }]),
  ),
});

@ObjectType('ExternalFault', { description: 'What is wrong with a row that was read.' })
export class ExternalFaultView {
  @Field(() => Int, { description: 'Its line in the file, or its place in the list, from 1.' }) line: number;
  @Field({ description: 'The column: period or value.' }) column: string;
  @Field({ description: 'What the cell held, at most 40 characters.' }) value: string;
  @Field({ description: 'What is wrong, as a code.' }) code: string;
  @Field({ description: 'What is wrong, in your language.' }) message: string;
}

@ObjectType('ExternalImport', { description: 'One run that was to bring values of a series.' })
export class ExternalImportView {
  @Field(() => ID, { description: 'Its id.' }) id: string;
  @Field(() => ExternalImportSourceEnum, { description: 'What sort of run.' }) source: ExternalImport['source'];
  @Field({ description: 'The file’s name, or the address.' }) origin: string;
  @Field({ description: 'Whether the clock asked for it.' }) isByClock: boolean;
  @Field(() => ExternalImportStateEnum, { description: 'Where it stands.' }) state: ExternalImportState;
  @Field(() => ExternalFailureEnum, { nullable: true, description: 'Why it brought nothing.' })
  failure: ExternalFailure | null;
  @Field(() => String, { nullable: true, description: 'The same in your language.' }) failureText: string | null;
  @Field(() => Int, { description: 'How many rows there were.' }) rowsRead: number;
  @Field(() => Int, { description: 'Periods that had no value before.' }) rowsNew: number;
  @Field(() => Int, { description: 'Values that were revised.' }) rowsChanged: number;
  @Field(() => Int, { description: 'How many faults there are.' }) faultCount: number;
  @Field(() => [ExternalFaultView], { description: 'The first 200 of them.' }) faults: readonly ExternalFaultView[];
  @Field(() => Date, { description: 'When it was asked for.' }) requestedAt: Date;
  @Field(() => Date, { nullable: true, description: 'When it was over.' }) finishedAt: Date | null;
}

export const ExternalImportConnection = ConnectionOf(ExternalImportView, 'ExternalImport');

export function toExternalImportView(row: ExternalImport, language: Language): ExternalImportView {
  const { id, source, origin, accountId, state, failure, status, rowsRead, rowsNew, rowsChanged } = row;
  const { faultCount, requestedAt, finishedAt } = row;
  return {
    ...{ id, source, origin, state, failure, rowsRead, rowsNew, rowsChanged, faultCount, requestedAt, finishedAt },
    isByClock: accountId === null,
    failureText: failure && render(failureMessages[failure], language, { status: status ?? 0 }),
    faults: row.faults.map((fault) => {
      const { line, column, value, code } = fault;
      return { line, column, value, code, message: describeFault(fault, language) };
    }),
  };
}
