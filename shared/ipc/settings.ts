// The settings a person can change from the page. No business data; each has a default, and a change names only what changes.

import { z } from 'zod';
import { COLOR_SCHEMES, FONT_PERCENTS, MONEY_UNITS } from './setting-values';

export const pageSettingsSchema = z.strictObject({
  fontPercent: z.literal(FONT_PERCENTS),
  colorScheme: z.enum(COLOR_SCHEMES),
  /** Off for display drivers that paint wrongly; takes effect at the next start. */
  hardwareAcceleration: z.boolean(),
  /** In which unit sums are shown; lists and what is typed stay in yuan. */
  moneyUnit: z.enum(MONEY_UNITS),
});
export type PageSettings = z.infer<typeof pageSettingsSchema>;
export type FontPercent = PageSettings['fontPercent'];
export type ColorScheme = PageSettings['colorScheme'];

const { fontPercent, colorScheme, hardwareAcceleration, moneyUnit } = pageSettingsSchema.shape;
/** A change: those settings that change, and no others. */
export const settingsChangeSchema = z.strictObject({
  fontPercent: fontPercent.exactOptional(),
  colorScheme: colorScheme.exactOptional(),
  hardwareAcceleration: hardwareAcceleration.exactOptional(),
  moneyUnit: moneyUnit.exactOptional(),
});
export type SettingsChange = z.infer<typeof settingsChangeSchema>;
