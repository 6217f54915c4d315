// Who may import whom. Imports go one way: shared ← bot ← functions, shared ← liff.
const features = 'budget|complaints|measures|notices';
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'shared-is-pure',
      comment: 'The rules of the office know nothing of servers, pages, files or packages that do I/O.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: '^shared/|^node_modules/zod/' },
    },
    {
      name: 'bot-knows-no-entry-point-or-page',
      severity: 'error',
      from: { path: '^bot/' },
      to: { path: '^(liff|functions|test)/' },
    },
    {
      name: 'liff-talks-to-the-api-only',
      severity: 'error',
      from: { path: '^liff/' },
      to: { path: '^(bot|functions|test)/|^node_modules/(firebase|@google-cloud)' },
    },
    {
      name: 'a-bot-feature-imports-no-other-feature',
      severity: 'error',
      from: { path: `^bot/(${features})/` },
      to: { path: `^bot/(${features})/`, pathNot: '^bot/$1/' },
    },
    {
      name: 'people-imports-no-feature',
      severity: 'error',
      from: { path: '^bot/people/' },
      to: { path: `^bot/(${features})/` },
    },
    {
      name: 'rooms-import-no-feature',
      comment: 'Only app.ts and what it assembles know the list of features.',
      severity: 'error',
      from: { path: '^bot/(webhook|line|store|outbox|sealing|jobs|workbook|documents)/' },
      to: { path: `^bot/(people|${features})/` },
    },
    {
      name: 'product-never-imports-tests',
      severity: 'error',
      from: { path: '^(shared|bot|liff|functions)/' },
      to: { path: '^test/' },
    },
    {
      name: 'chat-holds-no-private-key',
      comment: 'What takes complaints in can seal, and cannot open (G3).',
      severity: 'error',
      from: {
        path: '^bot/(webhook|line|outbox|commit|people|budget)/|^bot/complaints/(chat|intake|follow|officer)',
      },
      to: { path: '^bot/(sealing/opening|keys)/', reachable: true },
    },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      from: { path: '^(shared|bot|liff|functions)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
  },
};
