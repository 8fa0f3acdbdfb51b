// Into a station without its screens: made where there is none yet, signed in, and led to a screen. For tests whose business begins there.

import type { Page } from 'playwright';
import type { RequestOf } from '#shared/ipc/contract';
import { unitRequest } from '../../electron/station/support';

interface Entrance {
  readonly request?: RequestOf<'createStation'>;
  /** Which of its operators signs in. */
  readonly operator?: 0 | 1;
  /** Opens the key as well. */
  readonly unlock?: boolean;
}

/** `hash`: where to, '#/plan?year=2027'. Resolves when the page has been loaded there. */
export async function enterAt(page: Page, hash: string, { request = unitRequest, operator = 0, unlock = false }: Entrance = {}): Promise<void> {
  await page.evaluate(
    async ({ request: made, which, open }) => {
      const state = await window.desk?.stationState({});
      if (state?.ok === true && state.value.phase === 'new') await window.desk?.createStation(made);
      const ready = await window.desk?.stationState({});
      const id = ready?.ok === true ? ready.value.operators[which]?.id : undefined;
      if (id !== undefined) await window.desk?.signIn({ operatorId: id, password: made.operators[which]?.password ?? '' });
      if (open) await window.desk?.unlockKey({ passphrase: made.passphrase });
    },
    { request, which: operator, open: unlock },
  );
  await page.evaluate((to) => { location.hash = to; }, hash);
  await page.reload();
}
