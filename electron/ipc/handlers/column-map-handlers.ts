// Calls that remember how columns of other offices' tables were matched: the latest map of the same headings counts.

import { ok } from '#shared/base/result';
import { MAX_COLUMN_MAPS, type RememberedColumns } from '#shared/ipc/column-map';
import type { SettingsStore } from '../../settings';
import type { StationHost } from '../../station/station-host';
import type { Handlers } from '../serve';

export function columnMapHandlers(host: StationHost, settings: SettingsStore): Pick<Handlers, 'readColumnMap' | 'keepColumnMap'> {
  return {
    readColumnMap(asked) {
      const place = host.workplace();
      if (!place.ok) return place;
      return ok({ map: settings.read().columnMaps.find((map) => isOf(map, asked)) ?? null });
    },
    keepColumnMap({ map }) {
      const place = host.workplace();
      if (!place.ok) return place;
      const others = settings.read().columnMaps.filter((held) => !isOf(held, map));
      settings.write({ columnMaps: [map, ...others].slice(0, MAX_COLUMN_MAPS) });
      return ok({});
    },
  };
}

type Key = Pick<RememberedColumns, 'table' | 'headings'>;

function isOf(map: RememberedColumns, { table, headings }: Key): boolean {
  return map.table === table && map.headings.length === headings.length && map.headings.every((heading, index) => heading === headings[index]);
}
