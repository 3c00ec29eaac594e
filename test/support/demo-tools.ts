import type { DemoTools } from '../../src/cli/demo/demo-region.js';
import { AgreementPapers } from '../../src/labour/index.js';
import { PersonalDataCipher } from '../../src/platform/personal-data/personal-data-cipher.js';
import type { TestApp } from './app.js';

/** What loads the demo region into a running product. */
export function demoTools(app: TestApp): DemoTools {
  return {
    db: app.db,
    cipher: app.api.get(PersonalDataCipher),
    papers: app.api.get(AgreementPapers, { strict: false }),
  };
}
