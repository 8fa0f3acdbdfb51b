// The kit's look: one place for colour, size and type. Base size 16 px, targets at least 36 px high.

import type { ThemeConfig } from 'antd';

export const FONT_FAMILY = "'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', 'WenQuanYi Micro Hei', sans-serif";

/** `percent` is the user's choice of text size: 100, 115, 130 or 150. */
export function themeFor(percent: number): ThemeConfig {
  const fontSize = Math.round((16 * percent) / 100);
  return {
    token: {
      colorPrimary: '#1d4f91',
      colorInfo: '#1d4f91',
      colorError: '#b3261e',
      colorSuccess: '#1d6b42',
      colorWarning: '#8a5a00',
      // The kit derives these from the dark tones above and gets them muddy.
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
      colorTextDisabled: '#75818d',
      colorTextBase: '#1c2733',
      colorBgLayout: '#eef1f5',
      colorTextPlaceholder: '#6b7785',
      borderRadius: 4,
      fontSize,
      controlHeight: Math.round(fontSize * 2.25),
      fontFamily: FONT_FAMILY,
      motion: false,
    },
    components: {
      Layout: { siderBg: '#12304f', headerBg: '#ffffff', bodyBg: '#eef1f5' },
      Menu: { darkItemBg: '#12304f', darkItemSelectedBg: '#1d4f91', darkItemColor: '#c9d6e4' },
      Form: { itemMarginBottom: 14 },
    },
  };
}
