// What kind of station the journals of a folder are of, from their first lines alone: for a folder whose own profile tells nothing any more.

import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Environment, stationSchema } from '#shared/domain/office';
import { parseLine } from '#shared/journal/line';
import { OFFICIAL_NAME } from './open-files';

/** A station's record is far shorter. */
const MAX_LINE_BYTES = 64 * 1024;

/** One entry per official journal; null for one that does not begin with a station's record. */
export async function environmentsIn(journals: string): Promise<readonly (Environment | null)[]> {
  const names = (await readdir(journals)).filter((name) => OFFICIAL_NAME.test(name));
  return Promise.all(names.map((name) => environmentOf(join(journals, name))));
}

async function environmentOf(path: string): Promise<Environment | null> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MAX_LINE_BYTES), 0, MAX_LINE_BYTES, 0);
    const end = buffer.subarray(0, bytesRead).indexOf(0x0a);
    const line = end < 0 ? null : parseLine(buffer.subarray(0, end).toString('utf8'));
    if (line?.ok !== true || line.value.op !== 'put' || line.value.table !== 'stations') return null;
    const station = stationSchema.safeParse(line.value.body);
    return station.success ? station.data.environment : null;
  } finally {
    await file.close();
  }
}
