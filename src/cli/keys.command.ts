import { Command } from 'commander';
import { SigningKeys } from '../platform/signing/signing-keys.service.js';
import { withApplication } from './with-application.js';

/** `gongji keys`: the installation's signing keys. */
export function keysCommand(): Command {
  return new Command('keys').description('look after the keys that sign passes and papers').addCommand(
    new Command('rotate')
      .description('take a new key into use; what older ones signed still verifies')
      .action(async () => {
        const kid = await withApplication((app) => app.get(SigningKeys).rotate());
        console.log(`In use from now on: ${kid}`);
      }),
  );
}
