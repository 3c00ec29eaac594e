/** The import rule of docs/architecture.md, as a verdict. */
const only = (from, allowed, comment) => ({
  name: `${from}-imports-only-what-lies-below`,
  severity: 'error',
  comment,
  from: { path: `^src/${from}/`, pathNot: '\\.spec\\.ts$' },
  to: { path: '^src/', pathNot: [`^src/${from}/`, ...allowed.map((name) => `^src/${name}/`)] },
});

const features = ['directory', 'materials', 'capacity', 'labour', 'matching', 'orders', 'bureau'];

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'engine-imports-nothing',
      severity: 'error',
      from: { path: '^src/engine/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^src/engine/' },
    },
    only('platform', [], 'platform knows no business word'),
    only('directory', ['platform'], ''),
    only('materials', ['platform', 'directory'], 'the three legs never import each other'),
    only('capacity', ['platform', 'directory'], 'the three legs never import each other'),
    only('labour', ['platform', 'directory'], 'the three legs never import each other'),
    only('matching', ['platform', 'directory', 'materials', 'capacity', 'labour', 'engine'], ''),
    only('orders', ['platform', 'directory', 'materials', 'capacity', 'labour', 'matching', 'engine'], ''),
    only('bureau', ['platform', 'directory', 'materials', 'capacity', 'labour', 'matching', 'orders'], ''),
    only(
      'notifications',
      ['platform', 'directory', 'materials', 'capacity', 'labour', 'matching', 'orders', 'bureau'],
      '',
    ),
    {
      name: 'nobody-imports-notifications',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(notifications/|app\\.module)' },
      to: { path: '^src/notifications/' },
    },
    ...features.map((name) => ({
      name: `${name}-is-entered-by-its-index`,
      severity: 'error',
      from: { path: '^src/', pathNot: [`^src/${name}/`, '\\.spec\\.ts$'] },
      to: { path: `^src/${name}/`, pathNot: `^src/${name}/index\\.ts$` },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
