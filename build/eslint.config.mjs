// What the linter refuses. Layers and cycles are build/checks/; here are types, promises, hooks and the page's only door.
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** The page's only door to the main process. */
const door = {
  selector: "MemberExpression[property.name='desk'][object.name=/^(window|globalThis|self)$/]",
  message: 'Only renderer/bridge reads window.desk.',
};
const noEnum = { selector: 'TSEnumDeclaration', message: 'Use a constant object and a union.' };
const noDefault = { selector: 'ExportDefaultDeclaration', message: 'Use named exports.' };
const restSibling = { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true };

export default tseslint.config(
  { ignores: ['out/**', 'node_modules/**', '**/*.mjs', '**/*.js', '**/*.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: new URL('..', import.meta.url).pathname } },
    rules: {
      'no-restricted-syntax': ['error', noEnum, noDefault],
      'no-control-regex': 'error',
      'no-eval': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', restSibling],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'off', // indexes and IPC make it noisy; tsc's noUncheckedIndexedAccess does the real work
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/unbound-method': 'off', // ports are objects of closures: there is no `this` to lose
      '@typescript-eslint/require-await': 'off', // a port may be asynchronous where one of its parts is not
    },
  },
  {
    files: ['renderer/**/*.ts', 'renderer/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  // Pages loaded on demand are default exports, as React's lazy wants them.
  { files: ['renderer/{app,features}/**'], rules: { 'no-restricted-syntax': ['error', noEnum, door] } },
  { files: ['renderer/{data,ui,text}/**'], rules: { 'no-restricted-syntax': ['error', noEnum, noDefault, door] } },
  // Command-line programs and benchmarks speak on the console; configuration files export what their tool asks for.
  { files: ['electron/**/*-cli.ts', 'test/speed/**', 'test/desktop/**'], rules: { 'no-console': 'off' } },
  { files: ['test/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['build/**/*.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
