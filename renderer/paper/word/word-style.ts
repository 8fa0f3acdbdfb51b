// Measures and type of the Word files, for each layout: page, margins, fonts, line pitch. Data only.

import type { PaperLayout } from '../document';

/** Twips of a length in millimetres; Word measures in twentieths of a point. */
export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);

export interface WordLayout {
  readonly landscape: boolean;
  readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number; readonly footer: number };
  /** Width of the text in twips. */
  readonly width: number;
  /** Half points. */
  readonly bodySize: number;
  readonly tableSize: number;
  readonly titleSize: number;
  /** Exact line pitch in twips. */
  readonly bodyLine: number;
  readonly tableLine: number;
  readonly titleLine: number;
  /** Characters a heading's first line is indented by. */
  readonly headIndent: number;
  /** Lines left empty below the title and above the places to sign. */
  readonly blank: number;
  /** Twips added to every character, so that a line of an official page holds 28. */
  readonly spacing: number;
}

const margins = (top: number, right: number, bottom: number, left: number, footer: number) => ({
  top: twips(top),
  right: twips(right),
  bottom: twips(bottom),
  left: twips(left),
  footer: twips(footer),
});

export const WORD_LAYOUTS: Readonly<Record<PaperLayout, WordLayout>> = {
  official: {
    landscape: false,
    margin: margins(37, 26, 35, 28, 22),
    width: twips(156),
    bodySize: 32,
    tableSize: 24,
    titleSize: 44,
    bodyLine: twips(225 / 22),
    tableLine: twips(6),
    titleLine: twips(225 / 22),
    headIndent: 2,
    blank: 1,
    spacing: -5,
  },
  form: {
    landscape: false,
    margin: margins(16, 18, 20, 18, 11),
    width: twips(174),
    bodySize: 21,
    tableSize: 19,
    titleSize: 44,
    bodyLine: twips(6),
    tableLine: twips(5),
    titleLine: twips(11),
    headIndent: 0,
    blank: 0,
    spacing: 0,
  },
  'form-landscape': {
    landscape: true,
    margin: margins(13, 15, 19, 15, 10),
    width: twips(267),
    bodySize: 18,
    tableSize: 18,
    titleSize: 36,
    bodyLine: twips(4.6),
    tableLine: twips(4.6),
    titleLine: twips(9),
    headIndent: 0,
    blank: 0,
    spacing: 0,
  },
};

/** Fonts by name; the machine that opens the file puts its own in the place of one it lacks. */
export const FONTS = { body: '仿宋', head: '黑体', title: '方正小标宋简体', small: '宋体' } as const;
