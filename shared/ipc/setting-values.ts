// The choices settings.ts describes, as plain values: the first screen reads them before zod has been told not to compile code.

export const FONT_PERCENTS = [100, 115, 130, 150] as const;
export const COLOR_SCHEMES = ['light', 'dark', 'system'] as const;
export const MONEY_UNITS = ['yuan', 'wan'] as const;

/** What stands until somebody chooses. */
export const DEFAULT_SETTINGS = { fontPercent: 100, colorScheme: 'system', hardwareAcceleration: true, moneyUnit: 'yuan' } as const;
