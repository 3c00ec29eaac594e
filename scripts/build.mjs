// Builds the service (src/ into dist/, with the data files beside the code that reads them) and the console (web/ into
// dist/web/). Each part is left alone when nothing that it is made of has changed since, so that a second `npm start` need
// not wait for the compilers.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

once('dist/.built', ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'scripts/build.mjs', 'src'], () => {
  run('node_modules/typescript/bin/tsc', '-b', 'tsconfig.build.json');
  for (const folder of ['directory/reference', 'materials/catalogue/reference'])
    cpSync(`src/${folder}`, `dist/src/${folder}`, {
      recursive: true,
      filter: (path) => !path.endsWith('.ts') && !path.endsWith('.md'),
    });
});

once(
  'dist/.web-built',
  ['package-lock.json', 'schema.graphql', 'scripts/build.mjs', 'scripts/web-types.mjs', 'web'],
  () => {
    run('scripts/web-types.mjs');
    run('node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts', '--logLevel', 'error');
    for (const file of filesUnder('dist/web').filter((path) => /\.(?:html|js|css|json|svg|webmanifest)$/.test(path))) {
      const bytes = readFileSync(file);
      writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
      writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
    }
  },
);

/** Does `build` unless `stamp` says that it was done with the same inputs. */
function once(stamp, inputs, build) {
  const hash = createHash('sha256').update(process.version);
  for (const path of inputs.flatMap((input) => (statSync(input).isFile() ? [input] : filesUnder(input)))) {
    // Made by the build itself.
    if (path.endsWith('.graphql.ts')) continue;
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  const state = hash.digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  rmSync(stamp, { force: true });
  build();
  writeFileSync(stamp, state);
}

function run(...command) {
  const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort();
}
