import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier/flat';
import tseslint from 'typescript-eslint';
import zones from './tools/lint-zones/plugin.mjs';
import { projectBoundaries } from './tools/lint-zones/project-boundaries.mjs';

// The rules of the house live in tools/lint-zones, one table each:
// import-zones (who imports whom), rooms (features and areas), syntax-zones (what is not written).

const ANGULAR = ['apps/portal/src/**', 'apps/homework/src/**', 'libs/ui/src/**'];
const SPECS = ['**/*.{spec,int-spec,e2e-spec}.ts', 'apps/api/test/**/*.ts', 'apps/web-e2e/**/*.ts'];
const inFolders = (folders, ending) => folders.map((folder) => `${folder}/*.${ending}`);

const ignored = {
  ignores: [
    '**/dist',
    '**/node_modules',
    '**/.angular',
    '**/.nx',
    '**/.trellis',
    '**/coverage',
    '**/test-results',
    '**/*.cjs',
  ],
};

const everywhere = {
  linterOptions: { noInlineConfig: true },
  plugins: { zones },
  rules: {
    'zones/file-name': 'error',
    'zones/syntax': 'error',
  },
};

const budgets = {
  files: ['**/*.ts', '**/*.mjs'],
  rules: {
    'max-lines': ['error', { max: 300 }],
    'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
  },
};

const typescript = {
  files: ['**/*.ts'],
  extends: [tseslint.configs.strictTypeChecked],
  plugins: { '@nx': nx },
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
  rules: {
    'zones/imports': 'error',
    '@nx/enforce-module-boundaries': ['error', projectBoundaries],
    '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    '@typescript-eslint/unbound-method': ['error', { ignoreStatic: true }],
    // views are classes for the sake of OpenAPI; mappers write them as object literals
    '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    '@typescript-eslint/no-misused-spread': 'off',
    '@typescript-eslint/no-unnecessary-type-arguments': 'off', // output<void>() says what it gives
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
  },
};

const angularCode = {
  files: inFolders(ANGULAR, 'ts'),
  extends: [angular.configs.tsRecommended],
  processor: angular.processInlineTemplates,
  rules: {
    '@angular-eslint/component-selector': [
      'error',
      [
        { type: 'element', prefix: ['tr', 'app'], style: 'kebab-case' },
        { type: 'attribute', prefix: 'tr', style: 'camelCase' },
      ],
    ],
    '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'tr', style: 'camelCase' }],
    '@angular-eslint/use-lifecycle-interface': 'error',
    // A component without a body is normal; OnPush is Angular 22's default and need not be written.
    '@angular-eslint/prefer-on-push-component-change-detection': 'off',
  },
};

const angularTemplates = {
  files: inFolders(ANGULAR, 'html'),
  extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  rules: {
    // style="…" in HTML breaks the content security policy; a binding goes through the object model
    '@angular-eslint/template/no-inline-styles': ['error', { allowBindToStyle: true }],
  },
};

const migrations = {
  files: ['migrations/**/*.ts'],
  rules: { 'max-lines-per-function': 'off' }, // one migration is one list of statements
};

const specs = {
  files: SPECS,
  rules: {
    'max-lines': ['error', { max: 400 }],
    'max-lines-per-function': 'off', // a describe block is a chapter, not a function
    '@typescript-eslint/no-non-null-assertion': 'off',
    // supertest hands out untyped bodies; the assertion on them is the check
    '@typescript-eslint/no-unsafe-assignment': 'off',
    '@typescript-eslint/no-unsafe-member-access': 'off',
    '@typescript-eslint/no-unsafe-argument': 'off',
    '@typescript-eslint/unbound-method': 'off',
  },
};

export default tseslint.config(
  ignored,
  everywhere,
  budgets,
  typescript,
  angularCode,
  angularTemplates,
  migrations,
  specs,
  prettier,
);
