import { Controller, Get, Header, HttpCode, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { JWK } from 'jose';
import { Allow, everyone } from '../auth/allow.decorator.js';
import type { RequestContext } from '../auth/request-context.js';
import { Ctx } from '../auth/request-viewer.js';
import { codeOf, type Refusal, refuse, RefusedError } from '../errors/index.js';
import { type Language, render } from '../i18n/message.js';
import { type DocumentCheck, DocumentChecks } from './document-check.service.js';
import { PublicLimits } from '../limits/public-limits.service.js';
import { signingMessages } from './signing.messages.js';
import { SigningKeys } from './signing-keys.service.js';

const checks = { name: 'document-check', calls: 60, seconds: 600 };
const atFile = (message: Refusal['message']): Refusal => ({ code: 'VALIDATION_FAILED', message, field: 'file' });

/** What anyone may ask without an account: our public keys, and whether a file is what we sealed. */
@Controller()
export class SigningController {
  constructor(
    private readonly keys: SigningKeys,
    private readonly documents: DocumentChecks,
    private readonly limits: PublicLimits,
  ) {}

  @Get('.well-known/jwks.json')
  @Allow({ to: everyone, owns: 'nothing' })
  @Header('cache-control', 'public, max-age=300')
  async jwks(): Promise<{ keys: JWK[] }> {
    return this.keys.jwks();
  }

  /** The file in the multipart field `file`. Whoever has the very bytes may know what their seal says. */
  @Post('verify')
  @Allow({ to: everyone, owns: 'nothing' })
  @HttpCode(200)
  async verify(@Req() request: FastifyRequest, @Ctx() { ip, language }: RequestContext): Promise<object> {
    await this.limits.count(checks, ip);
    return answerOf(await this.documents.check(await uploadedFile(request)), language);
  }
}

function answerOf({ sha256, outcome, number, facts }: DocumentCheck, language: Language): object {
  return {
    ...{ sealed: outcome === 'sealed', outcome, sha256, message: render(signingMessages[outcome], language) },
    document: facts ? { number, sealedAt: facts.sealedAt, kid: facts.kid, claims: facts.claims } : null,
  };
}

async function uploadedFile(request: FastifyRequest): Promise<Buffer> {
  if (!request.isMultipart()) refuse(atFile(signingMessages.noFile));
  const file = await request.file();
  if (!file) throw new RefusedError(atFile(signingMessages.noFile));
  try {
    return await file.toBuffer();
  } catch (error) {
    if (codeOf(error) !== 'FST_REQ_FILE_TOO_LARGE') throw error;
    throw new RefusedError(atFile(signingMessages.tooLarge));
  }
}
