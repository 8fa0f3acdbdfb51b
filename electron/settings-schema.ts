// The form of the settings file: what the page may change, maps of columns, folders chosen, the window. Each value that is damaged falls back alone.

import { z } from 'zod';
import { columnMapSchema, MAX_COLUMN_MAPS } from '#shared/ipc/column-map';
import { noticedSchema } from '#shared/ipc/notices';
import { DEFAULT_SETTINGS } from '#shared/ipc/setting-values';
import { pageSettingsSchema } from '#shared/ipc/settings';

const pixels = z.int().min(-100_000).max(100_000);
const windowStateSchema = z.object({ x: pixels, y: pixels, width: pixels.min(1), height: pixels.min(1), maximized: z.boolean() });
export type SavedWindow = z.infer<typeof windowStateSchema>;

const { fontPercent, colorScheme, hardwareAcceleration, moneyUnit } = pageSettingsSchema.shape;
export const settingsSchema = z.object({
  fontPercent: fontPercent.catch(DEFAULT_SETTINGS.fontPercent),
  colorScheme: colorScheme.catch(DEFAULT_SETTINGS.colorScheme),
  hardwareAcceleration: hardwareAcceleration.catch(DEFAULT_SETTINGS.hardwareAcceleration),
  moneyUnit: moneyUnit.catch(DEFAULT_SETTINGS.moneyUnit),
  columnMaps: z.array(columnMapSchema).max(MAX_COLUMN_MAPS).catch([]),
  noticed: noticedSchema.catch({ decisions: [], deadlines: [] }),
  backupFolder: z.string().max(4096).nullable().catch(null),
  lastFolder: z.string().max(4096).nullable().catch(null),
  window: windowStateSchema.nullable().catch(null),
});
export type Settings = z.infer<typeof settingsSchema>;

export const INITIAL_SETTINGS: Settings = settingsSchema.parse({});
