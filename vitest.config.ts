import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const longest = ['every-screen.e2e.ts', 'bad-input.e2e.ts'];

/** The longest files first, so that in the end no process waits for another. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean => longest.some((name) => moduleId.endsWith(name));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    // One process keeps the modules that a file has loaded for the files after it: reading the product takes seconds.
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['{src,web/src}/**/*.spec.ts'] } },
      {
        extends: true,
        // Journeys run the product as it was built, not as a test runner would compile it.
        resolve: {
          alias: [
            { find: /^(?:\.\.\/)+src\//, replacement: `${import.meta.dirname}/dist/src/` },
            // As Node resolves it, so that there is one graphql, not a second one that is meant for bundlers.
            { find: /^graphql$/, replacement: 'graphql/index.js' },
          ],
        },
        test: {
          name: 'e2e',
          include: ['test/**/*.e2e.ts'],
          globalSetup: 'test/support/global-setup.js',
          server: { deps: { external: [/\/dist\/src\//] } },
        },
      },
    ],
  },
});
