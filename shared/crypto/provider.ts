// The seam where a certified module or a USB key can take the place of the software vault. Handles go in, never keys.
import type { Failure, Result } from '../base/result';

declare const handleBrand: unique symbol;
/** Names a private key inside a provider; it reveals nothing of the key. */
export type KeyHandle = string & { readonly [handleBrand]: true };

/** The one key a station has: it signs checkpoints, bundles, receipts and admissions. */
export const STATION_KEY = 'station' as KeyHandle;

/**
 * `vault.locked`: the passphrase or PIN has not been given. `vault.missing`: no key has been made, or no device is there.
 * `vault.damaged`: key material is there but cannot be read. `vault.unknown-key`: the provider has no such handle.
 */
export type KeyFault = Failure<'vault.locked' | 'vault.missing' | 'vault.damaged' | 'vault.unknown-key'>;

export interface CryptoProvider {
  /** The public key as SPKI (91 bytes), available without unlocking. */
  publicKey(handle: KeyHandle): Promise<Result<Uint8Array, KeyFault>>;
  /** The DER signature over the whole message, with the usual signer id. */
  sign(handle: KeyHandle, message: Uint8Array): Promise<Result<Uint8Array, KeyFault>>;
  /** The DER signature over a 32-byte digest that already contains Z (`createSm2Digester`), for large messages. */
  signDigest(handle: KeyHandle, digest: Uint8Array): Promise<Result<Uint8Array, KeyFault>>;
}
