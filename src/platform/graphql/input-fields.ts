import { applyDecorators } from '@nestjs/common';
import { Field, ID, Int } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateBy,
  type ValidationOptions,
} from 'class-validator';
import { defineMessages, type Message, type MessageParams } from '../i18n/message.js';
import { DecimalScalar, FenScalar, isLocalDate, LocalDateScalar } from './scalars.js';

/**
 * One decorator per input field: GraphQL type, validation, and the message in both languages.
 * `context` carries the message to the validation pipe (see validation.pipe.ts).
 */
export interface InputFieldOptions<Default = never> {
  readonly description: string;
  readonly optional?: boolean;
  readonly defaultValue?: Default;
}

export interface FaultContext {
  readonly message: Message;
  readonly params?: MessageParams;
}

const messages = defineMessages({
  text: { 'zh-CN': '长度须为 {min} 到 {max} 个字符', en: 'must be {min} to {max} characters long' },
  controls: { 'zh-CN': '不能包含控制字符', en: 'must not contain control characters' },
  number: { 'zh-CN': '须在 {min} 与 {max} 之间', en: 'must be between {min} and {max}' },
  decimal: {
    'zh-CN': '须为 0 到 {max} 之间的数，最多 {decimals} 位小数',
    en: 'must be a number from 0 to {max} with at most {decimals} decimals',
  },
  id: { 'zh-CN': '不是有效的编号', en: 'is not a valid id' },
  date: { 'zh-CN': '不是有效日期（YYYY-MM-DD）', en: 'is not a calendar date (YYYY-MM-DD)' },
  choice: { 'zh-CN': '须为：{choices}', en: 'must be one of: {choices}' },
  list: { 'zh-CN': '最多 {max} 项', en: 'must have at most {max} items' },
  key: { 'zh-CN': '须为 8 到 100 个可见 ASCII 字符', en: 'must be 8 to 100 visible ASCII characters' },
});

const says = (message: Message, params?: MessageParams): ValidationOptions => ({
  context: { message, ...(params && { params }) } satisfies FaultContext,
});

const optional = (options: InputFieldOptions<unknown>): PropertyDecorator[] =>
  options.optional || options.defaultValue !== undefined ? [IsOptional()] : [];

const fieldOptions = <D>({ description, optional: isOptional, defaultValue }: InputFieldOptions<D>) => ({
  description,
  ...(isOptional && { nullable: true as const }),
  ...(defaultValue !== undefined && { defaultValue }),
});

// Control characters (line breaks allowed), zero-width and bidirectional marks, lone surrogates.
const unsafeText = /(?![\n\r])\p{Cc}|[\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Cs}/u;

const isSafeText = ValidateBy(
  { name: 'safeText', validator: { validate: (value) => typeof value === 'string' && !unsafeText.test(value) } },
  says(messages.controls),
);

const normalise = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.normalize('NFC').trim() : value,
);

/** Text of a person: trimmed, NFC, without control characters. Lengths in UTF-16 units. */
export function TextInput(
  options: InputFieldOptions<string> & { readonly min?: number; readonly max: number },
): PropertyDecorator {
  const { min = options.optional || options.defaultValue !== undefined ? 0 : 1, max } = options;
  return applyDecorators(
    Field(() => String, fieldOptions(options)),
    ...optional(options),
    normalise,
    IsString(),
    Length(min, max, says(messages.text, { min, max })),
    isSafeText,
  );
}

/** Secret text: taken exactly as given. */
export function SecretInput(
  options: InputFieldOptions & { readonly min: number; readonly max: number },
): PropertyDecorator {
  const { min, max } = options;
  return applyDecorators(
    Field(() => String, fieldOptions(options)),
    ...optional(options),
    IsString(),
    Length(min, max, says(messages.text, { min, max })),
  );
}

export function IntInput(
  options: InputFieldOptions<number> & { readonly min: number; readonly max: number },
): PropertyDecorator {
  const { min, max } = options;
  const fault = says(messages.number, { min, max });
  return applyDecorators(
    Field(() => Int, fieldOptions(options)),
    ...optional(options),
    IsInt(fault),
    Min(min, fault),
    Max(max, fault),
  );
}

export function NumberInput(
  options: InputFieldOptions<number> & { readonly min: number; readonly max: number },
): PropertyDecorator {
  const { min, max } = options;
  const fault = says(messages.number, { min, max });
  return applyDecorators(
    Field(() => Number, fieldOptions(options)),
    ...optional(options),
    IsNumber({ allowNaN: false, allowInfinity: false }, fault),
    Min(min, fault),
    Max(max, fault),
  );
}

const maxDecimal = 100_000_000;

/** An exact quantity, not below zero; as the string that was given. Whether it is fine enough is for rules to say. */
export function DecimalInput(options: InputFieldOptions<string>): PropertyDecorator {
  const params = { max: maxDecimal, decimals: 6 };
  return applyDecorators(
    Field(() => DecimalScalar, fieldOptions(options)),
    ...optional(options),
    Matches(/^(?:\d{1,8}(?:\.\d{1,6})?|100000000(?:\.0{1,6})?)$/, says(messages.decimal, params)),
  );
}

/** An amount of money in fen, not below zero. */
export function FenInput(options: InputFieldOptions<number> & { readonly max: number }): PropertyDecorator {
  const fault = says(messages.number, { min: 0, max: options.max });
  return applyDecorators(
    Field(() => FenScalar, fieldOptions(options)),
    ...optional(options),
    IsInt(fault),
    Min(0, fault),
    Max(options.max, fault),
  );
}

export function BooleanInput(options: InputFieldOptions<boolean>): PropertyDecorator {
  return applyDecorators(
    Field(() => Boolean, fieldOptions(options)),
    ...optional(options),
    IsBoolean(),
  );
}

/** The id of one of our rows (UUID). */
export function IdInput(options: InputFieldOptions): PropertyDecorator {
  return applyDecorators(
    Field(() => ID, fieldOptions(options)),
    ...optional(options),
    IsUUID(undefined, says(messages.id)),
  );
}

/** A code of a taxonomy: region, occupation, industry, certificate. Whether it exists is asked of the database. */
export function CodeInput(options: InputFieldOptions): PropertyDecorator {
  return applyDecorators(
    Field(() => ID, fieldOptions(options)),
    ...optional(options),
    IsString(),
    Matches(/^[\w:.-]{1,64}$/, says(messages.id)),
  );
}

export function DateInput(options: InputFieldOptions): PropertyDecorator {
  return applyDecorators(
    Field(() => LocalDateScalar, fieldOptions(options)),
    ...optional(options),
    ValidateBy({ name: 'localDate', validator: { validate: isLocalDate } }, says(messages.date)),
  );
}

/** One of a registered GraphQL enum. */
export function EnumInput<T extends string>(
  enumType: Record<string, T>,
  options: InputFieldOptions<T>,
): PropertyDecorator {
  const choices = Object.values(enumType);
  return applyDecorators(
    Field(() => enumType, fieldOptions(options)),
    ...optional(options),
    IsIn(choices, says(messages.choice, { choices: choices.join(', ') })),
  );
}

/** A SHA-256 in lower-case hex. */
export function Sha256Input({ description }: { readonly description: string }): PropertyDecorator {
  return applyDecorators(TextInput({ description, min: 64, max: 64 }), Matches(/^[0-9a-f]{64}$/));
}

/** A list of codes, at most `max`. */
export function CodeListInput(options: InputFieldOptions & { readonly max: number }): PropertyDecorator {
  const { max, description } = options;
  return applyDecorators(
    Field(() => [ID], { description, ...(options.optional ? { nullable: true as const } : { defaultValue: [] }) }),
    ...optional(options),
    IsArray(),
    ArrayMaxSize(max, says(messages.list, { max })),
    Matches(/^[\w:.-]{1,64}$/, { each: true, ...says(messages.id) }),
  );
}

/** The key that makes a creating mutation safe to repeat. */
export function IdempotencyKeyInput(): PropertyDecorator {
  const description =
    'Chosen by the caller, unique per intended action: a repeat with the same key and input gives the same answer, with another input CONFLICT.';
  return applyDecorators(
    Field(() => String, { description }),
    IsString(),
    Matches(/^[\x21-\x7e]{8,100}$/, says(messages.key)),
  );
}
