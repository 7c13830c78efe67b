/**
 * What this page never comes to in the libraries it is built with, and how the bundler is told: a condition that is always
 * the same here is written down as that, and a method that nobody calls as a private one, which the bundler leaves out.
 * Nothing that runs is changed.
 */

type Edit = readonly [written: string, instead: string];

export interface Part {
  /** How a module of ours, compiled, would ask for it after all. */
  use: RegExp;
  /** By the file in its package: what is replaced, everywhere in it. */
  edits: Readonly<Record<string, readonly Edit[]>>;
}

/** Pages are mounted and never hydrated: `early/take-over.ts` exchanges them. */
const hydration: Part = {
  use: /\bhydrate\(/,
  edits: {
    'client/dom/hydration.js': [
      ['export let hydrating = false;', 'export const hydrating = false;'],
      ['hydrating = value;', ''],
    ],
  },
};

/**
 * No `await` stands in markup or in a `$derived` (`experimental.async` is off), and no state is forked. So all that is
 * scheduled runs in one go, and is put in its place at once; `{#await}` has a way of its own.
 */
const waiting: Part = {
  use: /\$\.(?:async\w*|save|for_await\w*|run|run_after_blockers|pending|fork|settled)\(|\bimport \{[^}]*\b(?:fork|settled)\b[^}]*\} from ['"]svelte['"]/,
  edits: {
    'client/reactivity/async.js': [
      ['var pending = blockers.filter((b) => !b.settled);', ''],
      ['if (async.length === 0 && pending.length === 0) {', '{'],
      ['if (activate_batch && (previous_effect.f & DESTROYED) === 0) {', 'if (false) {'],
    ],
    'client/reactivity/batch.js': [
      ['this.is_fork', 'false'],
      ['!batch.is_fork', 'true'],
      ['is_fork = false;\n\n\t#decrement', '#decrement'],
      ['this.#is_deferred()', 'false'],
      ['this.#deferred?.resolve();', ''],
      ['this.#pending === 0 &&', ''],
      ['|| this.#skipped_branches.has(effect)', ''],
      [
        'for (const [effect, deferred] of batch.async_deriveds) {',
        'if (false) for (const [effect, deferred] of []) {',
      ],
      ['batch.async_deriveds.clear();', ''],
      ['&& !this.async_deriveds.has(effect)', ''],
      ['for (const deferred of this.async_deriveds.values()) {', 'if (false) for (const deferred of []) {'],
      ['\tasync_deriveds =', '\t#async_deriveds ='],
      ['for (const fn of this.#discard_callbacks) fn(this);', ''],
      ['this.#discard_callbacks.clear();', ''],
      ['this.apply();', 'batch_values = null;'],
      ['\tapply(', '\t#apply('],
      ['\tskip_effect(', '\t#skip_effect('],
      ['\tunskip_effect(', '\t#unskip_effect('],
      ['\tincrement(', '\t#increment('],
      ['\tdecrement(', '\t#decrement('],
      ['\tsettled(', '\t#settled('],
      ['\tondiscard(', '\t#ondiscard('],
      ['\tregister_created_effect(', '\t#register_created_effect('],
    ],
    'client/reactivity/deriveds.js': [
      ['!current_batch?.is_fork', 'true'],
      ['current_batch?.is_fork', 'false'],
    ],
    'client/reactivity/effects.js': [['current_batch?.register_created_effect(effect);', '']],
    'client/runtime.js': [['= current_batch?.is_fork', '= false']],
    'client/dom/blocks/boundary.js': [
      ['current_batch?.is_fork', 'false'],
      ['this.#pending_count > 0', 'false'],
      ['this.parent.#update_pending_count(d, batch);', ''],
      ['\tupdate_pending_count(', '\t#count_pending('],
      ['\tget_effect_pending(', '\t#get_effect_pending('],
      ['\tis_rendered(', '\t#is_rendered('],
      ['= createSubscriber(', '= /* @__PURE__ */ createSubscriber('],
    ],
    'client/dom/blocks/branches.js': [
      ['should_defer_append()', 'false'],
      ['this.#offscreen.get(key)', 'undefined'],
      ['this.#offscreen.get(k)', 'undefined'],
      ['&& !this.#offscreen.has(key)', ''],
      ['keys.includes(k)', 'false'],
    ],
    'client/dom/blocks/each.js': [
      ['should_defer_append()', 'false'],
      ['state.pending.size > 0', 'false'],
      ['&& state.pending.size === 0', ''],
    ],
  },
};

/** Every component is compiled with runes (svelte.config.js), and no binding leads to a store. */
const legacy: Part = {
  use: /\$\.(?:legacy\w*|store_\w+|setup_stores|mutable_source|init)\(/,
  edits: {
    'client/reactivity/async.js': [['is_runes() ?', 'true ?']],
    'client/reactivity/sources.js': [
      ['is_runes() &&', 'true &&'],
      ['var runes = is_runes();', 'var runes = true;'],
    ],
    'client/runtime.js': [['is_runes() &&', 'true &&']],
    'client/dom/blocks/await.js': [['var runes = is_runes();', 'var runes = true;']],
    'client/reactivity/props.js': [
      [
        '[initial_value, is_store_sub] = capture_store_binding(() => /** @type {V} */ (props[key]));',
        'initial_value = props[key];',
      ],
    ],
  },
};

/** Nothing comes or goes by a transition or an animation of Svelte’s: what is taken out is gone at once. */
const transitions: Part = {
  use: /\$\.(?:transition|animation)\(/,
  edits: {
    'client/reactivity/effects.js': [
      ['var transitions = effect.nodes && effect.nodes.t;', 'var transitions = null;'],
      ['var t = effect.nodes && effect.nodes.t;', 'var t = null;'],
      ['var remaining = transitions.length;', 'var remaining = 0;'],
    ],
    'client/dom/blocks/each.js': [
      ['if (group) {', 'if (false) {'],
      ['if (remaining === 0) {', 'if (true) {'],
      ['remaining -= 1;', ''],
      ['transitions.length === 0 && ', ''],
      ['state.outrogroups !== null', 'false'],
      ['(flags & EACH_IS_ANIMATED) !== 0', 'false'],
    ],
  },
};

/** No effect runs ahead of the others, as those of `$inspect` and `$state.eager` do. */
const ahead: Part = {
  use: /\$\.(?:inspect|eager)\(/,
  edits: {
    'client/reactivity/sources.js': [
      ['!batch.is_fork && eager_effects.size > 0 && !eager_effects_deferred', 'false'],
      ['(flags & EAGER_EFFECT) !== 0', 'false'],
    ],
  },
};

/** Nobody asks for the signal that says that an effect has run again. */
const abort: Part = {
  use: /\bgetAbortSignal\b/,
  edits: {
    'client/runtime.js': [
      ['reaction.ac !== null', 'false'],
      ['derived.ac !== null', 'false'],
    ],
    'client/reactivity/effects.js': [['controller !== null', 'false']],
    'client/reactivity/deriveds.js': [
      ['e.teardown || e.ac', 'e.teardown'],
      ['e.ac !== null', 'false'],
    ],
  },
};

/** One thing is chosen from a list, never several. */
const several: Part = {
  use: /<select[^>`]* multiple/,
  edits: { 'client/dom/elements/bindings/select.js': [['select.multiple', 'false']] },
};

/** What changes is replaced, never changed inside: states are values, and data are `$state.raw`. */
const deep: Part = {
  use: /\$\.proxy\(|\$\.set\([^;]*[}\]], true\)/,
  edits: {
    'client/reactivity/sources.js': [['should_proxy ? proxy(value) : value', 'value']],
    'client/reactivity/props.js': [['runes && bindable ? proxy(value) : value', 'value']],
  },
};

export const SVELTE: readonly Part[] = [hydration, waiting, legacy, transitions, ahead, abort, several, deep];

/** Names of what is private by that: if one is in a script of the build, somebody calls it after all. */
export const CALLED =
  /\.(?:async_deriveds|get_effect_pending|is_fork|is_rendered|ondiscard|register_created_effect|(?:un)?skip_effect|update_pending_count)\b/;

/** Its intervals are made as it is loaded; those that nobody uses are held by these. */
export const D3_TIME = /^const (\w+) = (\w+\.range);|^(millisecond|timeYear)\.every = /gm;
