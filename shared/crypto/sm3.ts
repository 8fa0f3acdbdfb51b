// SM3 (GB/T 32905-2016) over hash-wasm. It owns the module instances; it must not know what is being hashed.
import { createSM3 } from 'hash-wasm';
import { assert } from '../base/assert';
import { toHex } from '../base/bytes';

/**
 * A streaming hasher. Reusable: `init` starts the next message. A fresh hasher is already initialised, and after
 * `digest` only `init` may follow. Each instance has its own memory, so several may run side by side.
 */
export interface Sm3 {
  init(): Sm3;
  update(bytes: Uint8Array): Sm3;
  /** The 32 bytes; the array is the caller's own. */
  digest(): Uint8Array<ArrayBuffer>;
  /** The same as 64 lower-case hex digits. */
  digestHex(): string;
}

/** A fresh, initialised hasher with memory of its own (about 64 KiB). */
export async function createSm3(): Promise<Sm3> {
  const core = await createSM3();
  const hasher: Sm3 = {
    init() {
      core.init();
      return hasher;
    },
    update(bytes) {
      core.update(bytes);
      return hasher;
    },
    digest() {
      return new Uint8Array(core.digest('binary'));
    },
    digestHex() {
      return core.digest('hex');
    },
  };
  return hasher.init();
}

let common: Sm3 | undefined;
let loading: Promise<Sm3> | undefined;

/** Loads the instance behind `sm3` and `sm3Hex`; await it once at start-up. Repeated calls cost nothing. */
export async function readyCrypto(): Promise<void> {
  loading ??= createSm3();
  common = await loading;
}

/** SM3 of the parts joined. Throws (invariant) before `readyCrypto` has finished. */
export function sm3(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  assert(common !== undefined, 'readyCrypto() has not finished');
  common.init();
  for (const part of parts) common.update(part);
  return common.digest();
}

/** As `sm3`, as 64 lower-case hex digits. */
export function sm3Hex(...parts: readonly Uint8Array[]): string {
  return toHex(sm3(...parts));
}
