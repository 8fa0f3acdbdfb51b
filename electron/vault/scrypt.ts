// scrypt (RFC 7914) off the main thread, with the one cost we write. It decides nothing about what it derives.
import { scrypt } from 'node:crypto';

export interface ScryptCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** 16 MiB per try. A larger N could not be read back by stock openssl, whose cap is 32 MiB. */
export const SCRYPT_COST = { N: 16384, r: 8, p: 1 } as const satisfies ScryptCost;

/** Generous above what any cost we accept needs; Node refuses beyond it. */
const MEMORY_MAX_BYTES = 64 * 1024 * 1024;

export function deriveScrypt(secret: Uint8Array, salt: Uint8Array, length: number, cost: ScryptCost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, length, { ...cost, maxmem: MEMORY_MAX_BYTES }, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}
