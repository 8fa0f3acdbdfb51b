// Calls about training: where we are, another desk, filling, emptying. The real desk's data is out of their reach: they know the training folder only.

import { type Failure, failure, ok } from '#shared/base/result';
import type { Seat } from '#shared/ipc/seats';
import type { Log } from '../../lib/log';
import type { StationHost } from '../../station/station-host';
import { asResult } from '../../lib/refusal';
import { wishEmpty } from '../../training/empty-training';
import { FILL_STEPS, fillTraining } from '../../training/fill';
import { TRAINING_PASSPHRASE, TRAINING_PASSWORD } from '../../training/offices';
import { hasStation, readFilled, type TrainingFolder } from '../../training/training-folder';
import type { SendEvent } from '../send';
import type { Handlers } from '../serve';

type Topic = Pick<Handlers, 'trainingState' | 'changeDesk' | 'fillTraining' | 'emptyTraining'>;

export interface TrainingPlace {
  readonly folder: TrainingFolder;
  /** Null at the real desk. */
  readonly seat: Seat | null;
  /** What this start could not finish. */
  readonly trouble: Failure | null;
  /** Ends this process in order and starts the program again at another desk; null is the real one. */
  readonly startAgain: (seat: Seat | null) => void;
}

export function trainingHandlers({ folder, seat, trouble, startAgain }: TrainingPlace, host: StationHost, log: Log, send: SendEvent): Topic {
  return {
    async trainingState() {
      const filled = seat === null ? null : await readFilled(folder);
      const words = filled === null ? null : { password: TRAINING_PASSWORD, passphrase: TRAINING_PASSPHRASE };
      return ok({ seat, offices: filled?.offices ?? [], isEmpty: seat !== null && !(await hasStation(folder)), words, trouble: trouble === null ? null : { ...trouble } });
    },
    changeDesk({ seat: wanted }) {
      startAgain(wanted);
      return ok({});
    },
    async fillTraining() {
      if (seat === null) return failure('training.not-here');
      // A desk with a station of its own has its files open.
      if ((await host.state()).phase !== 'new') return failure('training.not-empty');
      let step = 0;
      const say = (words: string) => { send('trainingStep', { words, step: (step += 1), steps: FILL_STEPS }); };
      const filled = await fillTraining({ folder, log, say });
      if (!filled.ok) return filled;
      startAgain(seat);
      return ok({});
    },
    async emptyTraining() {
      if (seat === null) return failure('training.not-here');
      const wished = await asResult(() => wishEmpty(folder, seat));
      if (!wished.ok) return wished;
      // Its own desk and tables are open here; the next start empties before it opens anything.
      startAgain(seat);
      return ok({});
    },
  };
}
