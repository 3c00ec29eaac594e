import { Field, InputType, registerEnumType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { type Scope, scopes } from '../../platform/auth/viewer.js';
import {
  CodeInput,
  EnumInput,
  IdempotencyKeyInput,
  IdInput,
  NumberInput,
  SecretInput,
  TextInput,
} from '../../platform/graphql/input-fields.js';
import { type EnterpriseSize, EnterpriseSizeEnum } from '../enterprises/enterprise-size.js';

export enum LanguageView {
  ZH_CN = 'zh-CN',
  EN = 'en',
}
registerEnumType(LanguageView, {
  name: 'Language',
  description: 'Languages that everything is written in.',
  valuesMap: { ZH_CN: { description: '简体中文.' }, EN: { description: 'English.' } },
});

export enum ScopeView {
  LABOUR_READ = 'labour:read',
  LABOUR_WRITE = 'labour:write',
  MATERIALS_READ = 'materials:read',
  MATERIALS_WRITE = 'materials:write',
  DIRECTORY_READ = 'directory:read',
  IMPORT_WRITE = 'import:write',
  CAPACITY_READ = 'capacity:read',
  CAPACITY_WRITE = 'capacity:write',
  ORDERS_READ = 'orders:read',
  ORDERS_WRITE = 'orders:write',
}
registerEnumType(ScopeView, {
  name: 'ApiKeyScope',
  description: 'What an API key may be used for.',
  valuesMap: {
    LABOUR_READ: { description: 'Read needs, proposals, offers, placements.' },
    LABOUR_WRITE: { description: 'Publish needs, make and answer offers.' },
    MATERIALS_READ: { description: 'Read lots, requests, transfers and pooled purchases of materials.' },
    MATERIALS_WRITE: { description: 'Publish, reserve, deliver and accept materials.' },
    DIRECTORY_READ: { description: 'Read catalogues and enterprises.' },
    IMPORT_WRITE: { description: 'Import and export spreadsheets.' },
    CAPACITY_READ: { description: 'Read capacity on offer, requests, bookings.' },
    CAPACITY_WRITE: { description: 'Offer, ask for and book capacity.' },
    ORDERS_READ: { description: 'Read recipes, production orders and their plans.' },
    ORDERS_WRITE: { description: 'Keep recipes, place, secure and end production orders.' },
  },
});

export enum SessionKeepingView {
  TOKENS = 'tokens',
  COOKIE = 'cookie',
}
registerEnumType(SessionKeepingView, {
  name: 'SessionKeeping',
  description: 'Where the caller keeps its session.',
  valuesMap: {
    TOKENS: { description: 'The caller is a program: it gets tokens.' },
    COOKIE: { description: 'The caller is a browser: it gets a cookie that no script can read, and no tokens.' },
  },
});

const KeepIn = (): PropertyDecorator =>
  EnumInput(SessionKeepingView, {
    description: 'Where the session is kept.',
    defaultValue: SessionKeepingView.TOKENS,
  });

const login = { description: 'An e-mail address, or a mainland China mobile number.', min: 3, max: 254 };
const password = { description: 'Eight characters or more; long beats complicated.', min: 8, max: 200 };

@InputType({ description: 'What one logs in with.' })
export class LogInInput {
  @TextInput(login) login: string;
  @SecretInput({ ...password, min: 1 }) password: string;
  @KeepIn() keepIn: SessionKeepingView;
}

@InputType({ description: 'A new enterprise as it registers itself.' })
export class NewEnterpriseInput {
  @TextInput({ description: 'Full registered name.', max: 200 }) name: string;
  @TextInput({ description: 'Unified social credit code, 18 characters.', max: 40 }) registrationCode: string;
  @CodeInput({ description: 'Industry, e.g. `GB4754:21`.', optional: true }) industryId?: string;
  @EnumInput(EnterpriseSizeEnum, { description: 'How large it is.', optional: true }) size?: EnterpriseSize;
  @CodeInput({ description: 'Region, e.g. `GB2260:350524`.' }) regionId: string;
  @TextInput({ description: 'Address.', max: 200, defaultValue: '' }) address: string;
  @NumberInput({ description: 'Latitude, degrees.', min: -90, max: 90 }) latitude: number;
  @NumberInput({ description: 'Longitude, degrees.', min: -180, max: 180 }) longitude: number;
  @TextInput({ description: 'Legal representative (法定代表人); only the bureau sees it.', max: 100, optional: true })
  legalRepresentative?: string;
  @TextInput({ description: 'Who handles it here (经办人); only the bureau sees it.', max: 100, optional: true })
  handlerName?: string;
}

@InputType({ description: 'Signing up an enterprise with its first account, the owner.' })
export class SignUpEnterpriseInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @TextInput(login) login: string;
  @SecretInput(password) password: string;
  @EnumInput(LanguageView, { description: 'Preferred language.', defaultValue: LanguageView.ZH_CN })
  language: LanguageView;
  @KeepIn() keepIn: SessionKeepingView;
  @Field(() => NewEnterpriseInput, { description: 'The enterprise.' })
  @ValidateNested()
  @Type(() => NewEnterpriseInput)
  enterprise: NewEnterpriseInput;
}

@InputType({ description: 'A person who signs up without an employer.' })
export class NewPersonInput {
  @TextInput({ description: 'Name.', max: 100 }) name: string;
  @TextInput({ description: 'Mainland China mobile number.', max: 40 }) phone: string;
  @TextInput({ description: 'Resident ID number; kept encrypted.', max: 40 }) idNumber: string;
  @CodeInput({ description: 'Region of residence.' }) regionId: string;
  @NumberInput({ description: 'Latitude of the dwelling, degrees.', min: -90, max: 90 }) latitude: number;
  @NumberInput({ description: 'Longitude of the dwelling, degrees.', min: -180, max: 180 }) longitude: number;
}

@InputType({
  description: 'Signing up a worker: with the code that an employer handed over, or as a person without employer.',
})
export class SignUpWorkerInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @TextInput(login) login: string;
  @SecretInput(password) password: string;
  @EnumInput(LanguageView, { description: 'Preferred language.', defaultValue: LanguageView.ZH_CN })
  language: LanguageView;
  @KeepIn() keepIn: SessionKeepingView;
  @TextInput({ description: 'The code from your employer.', max: 40, optional: true }) claimCode?: string;
  @Field(() => NewPersonInput, { nullable: true, description: 'Yourself, when no employer entered you.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => NewPersonInput)
  person?: NewPersonInput;
}

@InputType({ description: 'A refresh token; it is good for one use.' })
export class RefreshSessionInput {
  @SecretInput({ description: 'The refresh token.', min: 1, max: 200 }) refreshToken: string;
}

@InputType({ description: 'Changing your password; your other sessions end.' })
export class ChangePasswordInput {
  @SecretInput({ ...password, min: 1, description: 'The present password.' }) currentPassword: string;
  @SecretInput(password) newPassword: string;
}

@InputType({ description: 'Your language.' })
export class SetLanguageInput {
  @EnumInput(LanguageView, { description: 'Preferred language.' }) language: LanguageView;
}

@InputType({ description: 'A colleague’s account in your enterprise.' })
export class CreateMemberInput {
  @TextInput(login) login: string;
  @SecretInput(password) password: string;
}

@InputType({ description: 'An officer’s account in a bureau.' })
export class CreateBureauOfficerInput {
  @IdInput({ description: 'The bureau.' }) bureauId: string;
  @TextInput(login) login: string;
  @SecretInput(password) password: string;
}

@InputType({ description: 'A key for your enterprise’s systems.' })
export class CreateApiKeyInput {
  @IdempotencyKeyInput() idempotencyKey: string;
  @TextInput({ description: 'What it is for.', max: 100 }) name: string;
  @Field(() => [ScopeView], { description: 'What it may be used for.' })
  @ArrayNotEmpty()
  @ArrayMaxSize(scopes.length)
  @IsIn(scopes, { each: true })
  scopes: Scope[];
}

@InputType({ description: 'Which API key.' })
export class RevokeApiKeyInput {
  @IdInput({ description: 'The key.' }) apiKeyId: string;
}
