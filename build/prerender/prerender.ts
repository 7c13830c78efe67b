/**
 * A Vite plugin: writes the pages, each with what stands in it before any script runs. The components draw it on a
 * server (src/server.ts); `slim.ts` makes it fit to be sent.
 */
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { runnerImport, type Plugin, type Rolldown } from 'vite';
import type { Messages } from '../../src/i18n/words';
import type * as server from '../../src/server';
import { headOf } from '../meta/head.ts';
import { pageOf, pagesOf, type PageSpec } from '../meta/pages.ts';
import { siteUrl } from '../meta/site.ts';
import { cssHash } from '../scopes.ts';
import { readStories } from '../meta/stories.ts';
import { wordsOf } from '../meta/words.ts';
import { earlyScript } from './early-script.ts';
import { writePage, type Site } from './page.ts';
import { prefixIds } from './prefix-ids.ts';
import { slim, Styles } from './slim.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const at = (file: string) => join(ROOT, file);
/** As in src/state/page-width.ts. */
const NARROW = '(max-width: 44.99rem)';
const VIEWS = {
  'views/stage/Stage.svelte': '(min-width: 45rem)',
  'views/threads/ThreadsView.svelte': NARROW,
};

export function prerender(): Plugin {
  return {
    name: 'prerender',
    apply: 'build',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') return;
        const stories = await readStories();
        const messages = await readMessages(pagesOf(stories.en.story));
        const site = siteUrl();
        const { drawPage } = await loadServer();
        const drawn = pagesOf(stories.en.story).map((spec) => {
          const { lang } = spec;
          const { story, detail } = stories[lang];
          const told = { story, detail, messages: messages[lang] ?? {}, locale: lang, told: spec };
          const styles = new Styles();
          return { spec, body: styles.take(joinParts(drawPage(told))), styles };
        });
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const views = Object.entries(VIEWS).map(([name, media]) => ({ chunk: chunkOf(chunks, name), media }));
        const before = await readSheet('page.css');
        // With what stands around the story there (src/roots.ts).
        const partsOf = (mode: 'page' | 'embed') => [
          { chunk: chunkOf(chunks, `ui/${mode}-furniture.ts`), media: 'all' },
          ...views,
        ];
        const begun = chunks.filter(({ isEntry }) => isEntry).flatMap(({ imports }) => imports);
        const scriptsOf = (mode: 'page' | 'embed') =>
          partsOf(mode).flatMap(({ chunk: { fileName, imports }, media }) =>
            [fileName, ...imports.filter((file) => !begun.includes(file))].map((file) => ({ file, media })),
          );
        const sheetsOf = (mode: 'page' | 'embed') =>
          stylesOf(
            [...chunks.filter(({ isEntry }) => isEntry), ...partsOf(mode).map(({ chunk }) => chunk)],
            bundle,
          );
        const styles = sheetsOf('page');
        const source = await readSheet('unscripted.css');
        const common: Site = {
          template: String(page.source),
          early: await earlyScript(at('src/early/early.ts')),
          styles,
          sheet: [...styles.map((name) => textOf(bundle, name)), before].join(''),
          unscripted: this.getFileName(this.emitFile({ type: 'asset', name: 'unscripted.css', source })),
          views: scriptsOf('page'),
        };
        // The page of a step is drawn with its panel, and down a narrow page as the flow where it tells of it.
        const beside = ['ui/PanelFrame.svelte', 'views/flow/FlowView.svelte'].map((name) =>
          chunkOf(chunks, name),
        );
        const wornBeside = stylesOf(beside, bundle).filter((name) => !styles.includes(name));
        const stepSite: Site = {
          ...common,
          styles: [...styles, ...wornBeside],
          sheet: common.sheet + wornBeside.map((name) => textOf(bundle, name)).join(''),
          views: [
            ...common.views,
            ...beside.map(({ fileName: file }, i) => ({ file, media: i === 0 ? 'all' : NARROW })),
          ],
        };
        const embedSite: Site = { ...common, styles: sheetsOf('embed'), views: scriptsOf('embed') };
        const fileOf = (name: string) => assetOf(bundle, name);
        const write = (spec: PageSpec, body: string | null, own: string, mode: 'page' | 'embed'): string => {
          const says = (key: string) => messages[spec.lang]?.[key] ?? '';
          const shared = mode === 'embed' ? embedSite : spec.step === null ? common : stepSite;
          return writePage(shared, {
            ...{ spec, body, mode, sheet: own },
            // An embed is no page of its own: those who ask what it is are told of the whole.
            head: headOf({ ...spec, path: mode === 'embed' ? '' : spec.path }, stories, site),
            data:
              mode === 'embed'
                ? []
                : [
                    `.generated/story.${spec.lang}.json`,
                    `src/i18n/messages/${spec.lang}.json`,
                    ...(spec.step === null ? [] : [`.generated/detail.${spec.lang}.json`]),
                  ].map(fileOf),
            says: {
              loading: says('app.loading'),
              heard: says('early.heard'),
              stuck: says('early.stuck'),
              again: says('early.again'),
              lesson: says('how.lesson'),
            },
            told: {
              en: wordsOf({ ...spec, lang: 'en' }, stories),
              fr: wordsOf({ ...spec, lang: 'fr' }, stories),
            },
          });
        };
        const emit = (path: string, source: string) => {
          if (path === '') page.source = source;
          else this.emitFile({ type: 'asset', fileName: `${path}index.html`, source });
        };
        for (const { spec, body, styles } of drawn) emit(spec.path, write(spec, body, styles.sheet, 'page'));
        // Its address says so much of what it shows that it is empty until its scripts have come.
        const embed: PageSpec = { ...pageOf('en'), path: 'embed/' };
        emit(embed.path, write(embed, null, '', 'embed'));
      },
    },
  };
}

/**
 * The narrow page, with ids of its own, and the wide one; the foot of both comes last. What a browser reads before the
 * drawing that it shows keeps it waiting: phones are the slower ones, and their drawing has fewer elements.
 */
function joinParts({ wide, narrow, foot }: server.Drawn): string {
  return (
    `<div data-at="narrow">${prefixIds(slim(narrow), 'n-')}</div>` +
    `<div data-at="wide">${slim(wide)}</div>` +
    slim(foot)
  );
}

/** The words of each language. */
async function readMessages(pages: readonly PageSpec[]): Promise<Record<string, Messages>> {
  const langs = [...new Set(pages.map(({ lang }) => lang))];
  const read = async (lang: string) => [
    lang,
    JSON.parse(await readFile(at(`src/i18n/messages/${lang}.json`), 'utf8')) as Messages,
  ];
  return Object.fromEntries(await Promise.all(langs.map(read))) as Record<string, Messages>;
}

function chunkOf(chunks: readonly Rolldown.OutputChunk[], name: string): Rolldown.OutputChunk {
  const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/src/${name}`));
  if (!chunk) throw new Error(`the build made no chunk of ${name}`);
  return chunk;
}

/** A style sheet of this folder, without its comments. */
const readSheet = async (name: string): Promise<string> =>
  (await readFile(at(`build/prerender/${name}`), 'utf8')).replace(/\/\*[^]*?\*\//g, '').replace(/\s+/g, ' ');

/** The text of a style sheet of the build, which is to stand in pages of any folder. */
function textOf(bundle: Rolldown.OutputBundle, name: string): string {
  const file = bundle[name];
  const text = file?.type === 'asset' ? String(file.source).trim() : '';
  if (text.includes('url(')) throw new Error(`${name} names files: it cannot stand in a page`);
  return text;
}

/** The style sheets of chunks and of what they import, which come first: so those of all begin with app.css. */
function stylesOf(chunks: readonly Rolldown.OutputChunk[], bundle: Rolldown.OutputBundle): string[] {
  const seen = new Set<Rolldown.OutputChunk>();
  const sheetsOf = (chunk: Rolldown.OutputChunk | Rolldown.OutputAsset | undefined): string[] => {
    if (chunk?.type !== 'chunk' || seen.has(chunk)) return [];
    seen.add(chunk);
    return [
      ...chunk.imports.flatMap((name) => sheetsOf(bundle[name])),
      ...(chunk.viteMetadata?.importedCss ?? []),
    ];
  };
  return [...new Set(chunks.flatMap(sheetsOf))];
}

/** The file that the build made of the one at `path`, from the root of the project. */
function assetOf(bundle: Rolldown.OutputBundle, path: string): string {
  const file = Object.values(bundle).find(
    (each) => each.type === 'asset' && each.originalFileNames.includes(path),
  );
  if (!file) throw new Error(`the build made no file of ${path}`);
  return file.fileName;
}

/** The components for a server; their styles stand in the client’s build. */
async function loadServer(): Promise<typeof server> {
  const { module } = await runnerImport<typeof server>(at('src/server.ts'), {
    root: ROOT,
    configFile: false,
    mode: 'production',
    logLevel: 'error',
    resolve: { alias: { '@': at('src') } },
    plugins: [
      {
        name: 'no-styles',
        enforce: 'pre',
        resolveId: (id) => (id.endsWith('.css') ? '\0none' : null),
        load: (id) => (id === '\0none' ? '' : null),
      },
      svelte({ compilerOptions: { cssHash } }),
    ],
  });
  return module;
}
