// Calls about the system's notices. What was told is written down before it is told, so that nothing is told twice.

import { ok } from '#shared/base/result';
import type { SettingsStore } from '../../settings';
import type { StationHost } from '../../station/station-host';
import type { ShowNotice } from '../../system-notice';
import type { Handlers } from '../serve';

export function noticeHandlers(host: StationHost, settings: SettingsStore, show: ShowNotice): Pick<Handlers, 'readNoticed' | 'notify'> {
  return {
    readNoticed() {
      const place = host.workplace();
      return place.ok ? ok(settings.read().noticed) : place;
    },
    notify({ decisions, signings, deadlines, noticed }) {
      const place = host.workplace();
      if (!place.ok) return place;
      settings.write({ noticed });
      const parts = [
        ...(decisions > 0 ? [`收到批复 ${String(decisions)} 件`] : []),
        ...(signings > 0 ? [`7 日内须签订合同 ${String(signings)} 项`] : []),
        ...(deadlines > 0 ? [`48 小时内到期 ${String(deadlines)} 项`] : []),
      ];
      return ok({ shown: parts.length > 0 && show(`${parts.join('，')}，请在首页查看。`) });
    },
  };
}
