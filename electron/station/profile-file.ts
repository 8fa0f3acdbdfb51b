// station.json: which station this computer is. Written last when a station is made; a station without it is damaged, never new.

import { join } from 'node:path';
import { z } from 'zod';
import { fromUtf8 } from '#shared/base/bytes';
import { type Failure, failure, ok, type Result } from '#shared/base/result';
import { type Station, stationSchema } from '#shared/domain/office';
import { readFileIfPresent, writeFileAtomic } from '../lib/atomic-file';

const PROFILE_FILE = 'station.json';
const fileSchema = z.strictObject({ format: z.literal(1), station: stationSchema });

export type ProfileFault = Failure<'station.damaged'>;

export async function writeProfile(folder: string, station: Station): Promise<void> {
  await writeFileAtomic(join(folder, PROFILE_FILE), `${JSON.stringify({ format: 1, station }, null, 2)}\n`);
}

export async function readProfile(folder: string): Promise<Result<Station, ProfileFault>> {
  const bytes = await readFileIfPresent(join(folder, PROFILE_FILE)).catch(() => null);
  if (bytes === null) return failure('station.damaged', { reason: 'profile-missing' });
  try {
    const parsed = fileSchema.safeParse(JSON.parse(fromUtf8(bytes)));
    if (parsed.success) return ok(parsed.data.station);
  } catch {
    // Not JSON or not UTF-8: the same damage.
  }
  return failure('station.damaged', { reason: 'profile-unreadable' });
}
