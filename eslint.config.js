import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * Who may import whom: one row a room of src/. A row says which of our folders (or files) it may use (`may`), of
 * which it may use the types only (`types`), and which packages. Own neighbours are './…', other rooms '@/…'.
 * `pure` rooms are data in, data out: no DOM, no clock, no chance, nothing loaded later.
 * A file belongs to the last row that matches it. What stands in src/ itself may import anything.
 */
const DRAW = ['d3-array', 'd3-path'];
export const LAYERS = [
  { files: 'time/**', may: [], packages: ['d3-array', 'd3-time'], pure: true },
  {
    files: 'dataset/**',
    may: ['get-file', 'story/answers', 'story/packed-story', 'time'],
    types: ['story'],
    packages: ['valibot'],
  },
  {
    files: 'dataset/read-story.ts',
    may: ['story/build-detail', 'story/build-questions', 'story/build-story', 'time'],
    types: ['story'],
  },
  { files: 'story/**', may: ['time'], types: ['dataset'], packages: ['d3-array'], pure: true },
  { files: 'layout/**', may: ['time'], packages: DRAW, pure: true },
  {
    files: 'flow/**',
    may: ['layout', 'time', 'viewport/axis'],
    types: ['story'],
    packages: DRAW,
    pure: true,
  },
  { files: 'early/**', may: [] },
  { files: 'i18n/**', may: ['get-file'], types: ['time'], packages: ['svelte'] },
  { files: 'viewport/**', may: ['time'], types: ['layout', 'story'], packages: ['svelte'] },
  {
    files: 'url/**',
    may: ['i18n/locales', 'url', 'state', 'time'],
    types: ['story', 'i18n'],
    packages: ['svelte'],
  },
  {
    files: 'url/codec.ts',
    may: ['time'],
    types: ['dataset', 'i18n', 'state', 'story', 'viewport'],
    pure: true,
  },
  {
    files: 'state/**',
    may: ['dataset', 'i18n', 'layout', 'story', 'time', 'url/codec', 'viewport'],
    types: ['views'],
    packages: ['svelte'],
    noComponents: true,
  },
  // It speaks to hosts only; what stands in our page it asks of the DOM.
  { files: 'embed/**', may: [] },
  { files: 'embed/protocols.ts', may: [], pure: true },
  { files: 'marks/**', may: [], types: ['flow', 'layout', 'story', 'time', 'views'], packages: ['svelte'] },
  { files: 'marks/qr-path.ts', may: [], packages: ['lean-qr'], pure: true },
  {
    files: 'views/**',
    // What several views draw alike stands beside their folders.
    may: ['flow', 'i18n', 'layout', 'marks', 'state', 'story/colours', 'time', 'viewport', 'views/FlowMarks'],
    types: ['dataset', 'story'],
    packages: ['svelte'],
  },
  {
    files: 'views/**/*.ts',
    // keys.ts moves the camera.
    except: ['**/*.svelte.ts', '**/registry.ts', '**/keys.ts'],
    may: ['flow', 'layout', 'story', 'time', 'viewport/axis', 'viewport/constrain'],
    types: ['dataset', 'i18n', 'viewport'],
    packages: DRAW,
    noComponents: true,
    pure: true,
  },
  {
    files: 'print/**',
    may: [
      'dataset/prose',
      'flow',
      'i18n',
      'layout',
      'marks',
      'print',
      'state',
      'story',
      'time',
      'url/page-address',
      'viewport/axis',
    ],
    packages: ['svelte', 'd3-time'],
  },
  {
    // It is told in the panel, as any card is.
    files: 'check/**',
    may: ['i18n', 'state', 'ui/detail-panel', 'ui/share/hand-on'],
    types: ['story'],
    packages: ['svelte'],
  },
  { files: 'check/{mix,outcome}.ts', may: [], types: ['i18n', 'state', 'story'], pure: true },
  {
    files: 'ui/**',
    may: [
      'dataset/prose',
      'i18n',
      'layout',
      'marks/QrCode',
      'state',
      'story/colours',
      'story/mark-terms',
      'time',
      'url/page-address',
      'viewport',
      'check/CheckCard',
      'views/registry',
      'export/registry',
      'ui/reading',
      'ui/toolbar',
    ],
    types: ['dataset', 'story'],
    packages: ['svelte'],
  },
  {
    // Before a class: it shows the stage itself, and small pictures of the steps.
    files: 'present/**',
    may: [
      'check/ClassQuestion',
      'dataset/prose',
      'flow',
      'i18n',
      'layout',
      'marks',
      'present',
      'state',
      'story/colours',
      'story/trace',
      'time',
      'ui/share/ClassPart',
      'viewport',
      'views/registry',
      'views/stage',
    ],
    types: ['dataset', 'roots', 'story'],
    packages: ['svelte'],
  },
];

/** The few files where Svelte meets something that is not Svelte: the address, the document, a clock, a size. */
export const BRIDGES = [
  'src/i18n/document.svelte.ts',
  'src/present/desk/wire.svelte.ts',
  'src/state/narrator.svelte.ts',
  'src/url/sync.svelte.ts',
  'src/viewport/view-size.svelte.ts',
];

const TESTS = ['**/*.test.ts', 'tests/**'];
/** No browser test without the watch over the page's policy. */
const OWN_TEST = {
  name: '@playwright/test',
  importNames: ['test'],
  message: 'Take it from tests/e2e/support/test.ts, which minds the policy of the page.',
};
const or = (names) => names.map((name) => name.replace(/[.]/g, '\\.')).join('|');
const list = (names, none) => (names.length > 0 ? names.join(', ') : none);

function importRule({ files, may, types = [], packages = [], noComponents }) {
  const message =
    `${files} may use: ${list(may, 'no other folder')}; types of: ${list(types, 'none more')}; ` +
    `packages: ${list(packages, 'none')}. See LAYERS in eslint.config.js and src/README.md.`;
  const inside = (names) => `(?:${or(names)})(?:/|\\.svelte$|$)`;
  const not = (names) => (names.length > 0 ? `(?!${inside(names)})` : '');
  const patterns = [
    { regex: `^@/${not([...may, ...types])}`, message },
    { regex: `^(?!\\.|@/${packages.length > 0 ? `|(?:${or(packages)})(?:/|$)` : ''})`, message },
    // What the build makes lies outside of src/, so there is no “@/” for it.
    {
      regex: '^\\.\\./(?!.*/\\.generated/)',
      message: 'Write @/… for other folders, so that the import rules see it.',
    },
  ];
  if (types.length > 0)
    patterns.push({ regex: `^@/${not(may)}${inside(types)}`, message, allowTypeImports: true });
  if (noComponents)
    patterns.push({ regex: '(^|/)[A-Z]\\w*\\.svelte$', message: `${files} uses no components.` });
  // By default the rule would not tell Stage.svelte (a component) from stage.svelte(.ts) (a state class).
  const exact = patterns.map((pattern) => ({ ...pattern, caseSensitive: true }));
  return { '@typescript-eslint/no-restricted-imports': ['error', { patterns: exact }] };
}

const say = (selector, message) => ({ selector, message });
const EFFECT = say(
  ':matches(CallExpression[callee.name="$effect"], CallExpression[callee.object.name="$effect"])',
  'Use $derived; an $effect belongs in one of the BRIDGES (eslint.config.js).',
);
const HTML = [
  say(
    'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc)$/]',
    'Text is text: no HTML is ever made from data.',
  ),
  say(
    ':matches(CallExpression[callee.property.name="html"], CallExpression[callee.object.name="document"][callee.property.name=/^write/])',
    'Text is text: no HTML is ever made from data.',
  ),
];
const PURE = [
  say(
    ':matches(NewExpression, CallExpression)[callee.name="Date"][arguments.length=0]',
    'No clock here: take the time as an argument.',
  ),
  say(
    'CallExpression[callee.object.name=/^(Date|performance)$/][callee.property.name="now"]',
    'No clock here: take the time as an argument.',
  ),
  say(
    'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    'No chance here: the same data give the same picture.',
  ),
  say('ImportExpression', 'Nothing is loaded later here.'),
];
const ONLY = say(
  'MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(only|skip|todo|fixme|skipIf|runIf)$/]',
  'Every test runs, every time.',
);
const syntax = (...rules) => ({ 'no-restricted-syntax': ['error', ...rules] });

const HISTORY = { name: 'history', message: 'Only url/history.ts touches the history.' };
const DOM = [
  'window',
  'document',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'fetch',
  'requestAnimationFrame',
];
const noDom = DOM.map((name) => ({ name, message: 'This file is pure: no DOM.' }));

export default defineConfig(
  { ignores: ['dist/', '.generated/', 'test-results/', 'playwright-report/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ts.configs.recommended,
  { files: ['src/**'], ignores: TESTS, extends: [ts.configs.strict] },
  svelte.configs.recommended, // after the others: it brings the parser of .svelte files
  svelte.configs.prettier,
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: globals.node } },
  // Parts of these run in the page.
  { files: ['scripts/bench-*.mjs', 'scripts/pictures.mjs'], languageOptions: { globals: globals.browser } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
  // TypeScript itself knows every name, in components too.
  { files: ['**/*.{ts,svelte}'], rules: { 'no-undef': 'off' } },
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // Sets here are values: made in a $derived, replaced and never edited.
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    files: ['src/**'],
    ignores: TESTS,
    rules: {
      'no-console': 'error',
      'no-restricted-globals': ['error', HISTORY],
      'no-restricted-properties': [
        'error',
        ...['window', 'globalThis'].map((object) => ({
          object,
          property: 'history',
          message: HISTORY.message,
        })),
      ],
      ...syntax(EFFECT, ...HTML),
    },
  },
  { files: BRIDGES, rules: syntax(...HTML) },
  {
    // The loader runs in the host's page, and writes the host's address; the other one runs before there is a state,
    // and marks an entry that it loads again.
    files: ['src/url/history.ts', 'src/embed/loader.ts', 'src/early/early.ts'],
    rules: { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' },
  },
  ...LAYERS.flatMap((layer) => ({
    files: [`src/${layer.files}`],
    ignores: [...TESTS, '**/*.json', ...(layer.except ?? [])],
    rules: {
      ...importRule(layer),
      ...(layer.pure && {
        'no-restricted-globals': ['error', HISTORY, ...noDom],
        ...syntax(EFFECT, ...HTML, ...PURE),
      }),
    },
  })),
  { files: TESTS, rules: syntax(ONLY) },
  { files: ['tests/**/*.spec.ts'], rules: { 'no-restricted-imports': ['error', { paths: [OWN_TEST] }] } },
);
