import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** Paths that never reach a log line, whatever object is logged. */
const secretPaths = [
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'authorization',
  'cookie',
  'idNumber',
  'phone',
  'email',
  'secret',
  'claimCode',
].flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

/** Digits that look like a resident ID number or a mobile number, wherever they stand in a text. */
const personalDigits = /(?<!\d)(\d{17}[\dXx]|(?:\+?86)?1[3-9]\d{9})(?!\d)/g;

export function redactText(text: string): string {
  return text.replace(personalDigits, '[redacted]');
}

/** The root logger: JSON lines, secrets and personal data redacted. */
export function createLogger(level: string, role: string): Logger {
  return pino({
    level,
    base: { role },
    redact: { paths: secretPaths, censor: '[redacted]' },
    hooks: {
      logMethod(args, method) {
        const safe = args.map((arg: unknown) => (typeof arg === 'string' ? redactText(arg) : arg));
        method.apply(this, safe as typeof args);
      },
    },
    serializers: {
      err: (error: Error & { code?: unknown; constraint?: unknown }) => ({
        type: error.name,
        message: redactText(error.message),
        code: error.code,
        constraint: error.constraint,
        stack: redactText(error.stack ?? ''),
      }),
    },
  });
}

/** Nest's own lines, through the same logger. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
  error(message: unknown, stack?: string, context?: string): void {
    this.logger.error({ context, stack: stack && redactText(stack) }, String(message));
  }
  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }
  debug(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
  verbose(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }
}
