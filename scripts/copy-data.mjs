// The part of the build that the compiler leaves out: data files beside the code that reads them.
import { cpSync } from 'node:fs';

cpSync('src/directory/reference', 'dist/src/directory/reference', {
  recursive: true,
  filter: (path) => !path.endsWith('.ts') && !path.endsWith('.md'),
});
