// A choice as people type and paste it: the code, the label, or both. It knows no list of its own.

import { normaliseText, toHalfWidth } from '#shared/base/text';
import type { Choice, Column } from './column';

/** The code a text means; the text itself, tidied, when it means none of them. */
export function codeOf(choices: readonly Choice[], text: string): string {
  return text === '' ? '' : (meaningsOf(choices).get(tidy(text)) ?? normaliseText(text));
}

/** What a cell shows: a choice's label for its code, anything else as it is. */
export function shownText<Typed>({ choices }: Pick<Column<Typed>, 'choices'>, text: string): string {
  return choices === undefined ? text : (labelsOf(choices).get(text) ?? text);
}

const meanings = new WeakMap<readonly Choice[], ReadonlyMap<string, string>>();
const labels = new WeakMap<readonly Choice[], ReadonlyMap<string, string>>();

/** Codes win over labels, and of two equal labels the first. */
function meaningsOf(choices: readonly Choice[]): ReadonlyMap<string, string> {
  let held = meanings.get(choices);
  if (held === undefined) {
    // 'label' may begin with the code itself, and people leave it out.
    const texts = choices.flatMap(({ code, label }) => [[label, code], [code + label, code], [label.startsWith(code) ? label.slice(code.length) : label, code]] as const);
    // Later entries of a map win, so the list is laid in backwards, whole codes last.
    held = new Map([...texts.toReversed(), ...choices.map(({ code }) => [code, code] as const)].map(([text, code]) => [tidy(text), code] as const));
    meanings.set(choices, held);
  }
  return held;
}

function labelsOf(choices: readonly Choice[]): ReadonlyMap<string, string> {
  let held = labels.get(choices);
  if (held === undefined) {
    held = new Map(choices.map(({ code, label }) => [code, label]));
    labels.set(choices, held);
  }
  return held;
}

function tidy(text: string): string {
  return toHalfWidth(normaliseText(text)).replace(/\s+/g, '').toUpperCase();
}
