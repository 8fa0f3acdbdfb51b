// The kit's look: colour, size and type for its controls, in the tones of tokens.css. Base size 16 px; targets are 36 px high, 32 px where there
// is little room.

import { theme, type ThemeConfig } from 'antd';
import type { Scheme } from './color-scheme';

export const FONT_FAMILY = "'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', 'WenQuanYi Micro Hei', sans-serif";

/** The kit derives the soft grounds from the strong tones and gets them muddy, so they are given as well. */
const TONES = {
  light: {
    colorPrimary: '#1d4f91',
    colorInfo: '#1d4f91',
    colorError: '#b3261e',
    colorSuccess: '#1d6b42',
    colorWarning: '#8a5a00',
    colorWarningBg: '#fff7e3',
    colorWarningBorder: '#e5c98a',
    colorErrorBg: '#fdf1f0',
    colorErrorBorder: '#eab3af',
    colorSuccessBg: '#edf7f1',
    colorSuccessBorder: '#a9d3bb',
    colorInfoBg: '#eaf1fa',
    colorInfoBorder: '#b3cbe8',
    colorText: '#1c2733',
    colorTextSecondary: '#5a6878',
    colorTextTertiary: '#5a6878',
    colorTextDisabled: '#66727f',
    colorTextBase: '#1c2733',
    colorBgLayout: '#eef1f5',
    controlItemBgActive: '#e8eff8',
    colorTextPlaceholder: '#6b7785',
  },
  dark: {
    colorPrimary: '#3d78c2',
    colorInfo: '#7fb0ec',
    colorLink: '#7fb0ec',
    colorError: '#f2938c',
    colorSuccess: '#7cc79d',
    colorWarning: '#e3b45c',
    colorWarningBg: '#382d17',
    colorWarningBorder: '#6b5526',
    colorErrorBg: '#3a2221',
    colorErrorBorder: '#7a403c',
    colorSuccessBg: '#1d3327',
    colorSuccessBorder: '#3a6b4e',
    colorInfoBg: '#213349',
    colorInfoBorder: '#3d5f86',
    colorText: '#e4e9ef',
    colorTextSecondary: '#a4b1bf',
    colorTextTertiary: '#a4b1bf',
    colorTextDisabled: '#8592a0',
    colorTextBase: '#e4e9ef',
    colorBgBase: '#1b222b',
    colorBgContainer: '#1b222b',
    colorBgElevated: '#242e3a',
    colorBgLayout: '#12171d',
    controlItemBgActive: '#213349',
    colorBorder: '#6d7d8e',
    colorTextPlaceholder: '#94a2b1',
  },
} as const satisfies Record<Scheme, NonNullable<ThemeConfig['token']>>;

/** The kit darkens the first colour for dark grounds, which makes words in it hard to read. */
const TABS_ON_DARK = { itemSelectedColor: '#7fb0ec', itemHoverColor: '#a5c8f2', itemActiveColor: '#a5c8f2', inkBarColor: '#7fb0ec' };

/** `percent` is the user's choice of text size: 100, 115, 130 or 150. */
export function themeFor(percent: number, scheme: Scheme): ThemeConfig {
  const fontSize = Math.round((16 * percent) / 100);
  return {
    ...(scheme === 'dark' ? { algorithm: theme.darkAlgorithm } : {}),
    token: {
      ...TONES[scheme],
      borderRadius: 4,
      fontSize,
      controlHeight: Math.round(fontSize * 2.25),
      controlHeightSM: fontSize * 2,
      fontFamily: FONT_FAMILY,
      motion: false,
    },
    components: { Form: { itemMarginBottom: 14 }, ...(scheme === 'dark' ? { Tabs: TABS_ON_DARK } : {}) },
  };
}
