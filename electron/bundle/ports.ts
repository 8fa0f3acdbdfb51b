// What bundle work needs from the station around it: who we are, the stores, the directory and a signature.

import type { Failure, Result } from '#shared/base/result';
import type { Station } from '#shared/domain/office';
import type { AttachmentStore, JournalStore } from '../journal/ports';
import type { Directory } from './directory';

/** SM2 over the whole message with the station's key; fails while the key is locked. */
export type Sign = (message: Uint8Array) => Promise<Result<Uint8Array, Failure>>;

export interface BundleStation {
  readonly station: Station;
  /** The station's data folder: bundles/ and quarantine/ lie in it. */
  readonly folder: string;
  readonly journals: JournalStore;
  readonly attachments: AttachmentStore;
  readonly directory: Directory;
  readonly sign: Sign;
  readonly now?: () => Date;
}
