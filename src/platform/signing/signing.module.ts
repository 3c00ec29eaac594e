import { Global, Module } from '@nestjs/common';
import { DocumentChecks } from './document-check.service.js';
import { PublicLimits } from '../limits/public-limits.service.js';
import { InstallationSeals, SignatureProvider } from './signature-provider.js';
import { SigningController } from './signing.controller.js';
import { SigningKeys } from './signing-keys.service.js';

/** Keys and seals. It asks a SealedDocuments from above, if a module provides one globally. */
@Global()
@Module({
  controllers: [SigningController],
  providers: [
    ...[SigningKeys, DocumentChecks, PublicLimits],
    { provide: SignatureProvider, useClass: InstallationSeals },
  ],
  exports: [SigningKeys, DocumentChecks, PublicLimits, SignatureProvider],
})
export class SigningModule {}
