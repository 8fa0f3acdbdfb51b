// A private key under a passphrase: PKCS#8 EncryptedPrivateKeyInfo with PBES2 (RFC 8018), scrypt (RFC 7914) and
// AES-256-CBC, so that stock openssl reads it. It knows no files.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { fromHex } from '#shared/base/bytes';
import { failure, ok, type Failure, type Result } from '#shared/base/result';
import { DER_OCTET_STRING, DER_OID, DER_SEQUENCE, derInteger, derValue, readDer } from '#shared/crypto/der';
import { encodePkcs8, hasPkcs8Prefix, parsePkcs8 } from '#shared/crypto/keys';
import { deriveScrypt, SCRYPT_COST, type ScryptCost } from './scrypt';
import { secretBytes } from './secret-text';

const OID_PBES2 = derValue(DER_OID, fromHex('2a864886f70d01050d'));
const OID_SCRYPT = derValue(DER_OID, fromHex('2b06010401da47040b'));
const OID_AES_256_CBC = derValue(DER_OID, fromHex('60864801650304012a'));

const KEY_BYTES = 32;
const BLOCK_BYTES = 16;
const SALT_BYTES = { min: 8, max: 64 };
/** Cheaper derivations would weaken the passphrase, dearer ones let a planted file eat the memory. */
const N_RANGE = { min: 16384, max: 32768 };
const CIPHERTEXT_MAX_BYTES = 1024;

/**
 * `key.malformed`: not such a file, or its parameters are outside our caps. `key.wrong-passphrase`: the first block does
 * not decrypt to the start of an SM2 key (a damaged salt, IV or first block looks the same). `key.damaged`: the
 * passphrase is right, but what follows is not a whole key.
 */
export type UnwrapFault = Failure<'key.malformed' | 'key.wrong-passphrase' | 'key.damaged'>;

/** The DER of the key encrypted under the passphrase. */
export async function wrapKey(privateKey: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const salt = randomBytes(16);
  const iv = randomBytes(BLOCK_BYTES);
  const pkcs8 = encodePkcs8(privateKey);
  const secret = secretBytes(passphrase);
  const key = await deriveScrypt(secret, salt, KEY_BYTES, SCRYPT_COST);
  try {
    const cipher = createCipheriv('aes-256-cbc', key, iv);
    const ciphertext = Buffer.concat([cipher.update(pkcs8), cipher.final()]);
    return encodeEncrypted({ salt, cost: SCRYPT_COST, iv, ciphertext });
  } finally {
    for (const buffer of [key, pkcs8, secret]) buffer.fill(0);
  }
}

/** The 32-byte private key, which the caller wipes. */
export async function unwrapKey(der: Uint8Array, passphrase: string): Promise<Result<Uint8Array<ArrayBuffer>, UnwrapFault>> {
  const parts = parseEncrypted(der);
  if (parts === null) return failure('key.malformed');
  const secret = secretBytes(passphrase);
  const key = await deriveScrypt(secret, parts.salt, KEY_BYTES, parts.cost);
  // The padding is checked by hand: a damaged last block must not be taken for a wrong passphrase.
  const decipher = createDecipheriv('aes-256-cbc', key, parts.iv).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(parts.ciphertext), decipher.final()]);
  try {
    if (!hasPkcs8Prefix(plain)) return failure('key.wrong-passphrase');
    const pkcs8 = withoutPadding(plain);
    const privateKey = pkcs8 === null ? null : parsePkcs8(pkcs8);
    return privateKey === null ? failure('key.damaged') : ok(privateKey);
  } finally {
    for (const buffer of [key, plain, secret]) buffer.fill(0);
  }
}

interface Encrypted {
  readonly salt: Uint8Array;
  readonly cost: ScryptCost;
  readonly iv: Uint8Array;
  readonly ciphertext: Uint8Array;
}

function encodeEncrypted({ salt, cost, iv, ciphertext }: Encrypted): Uint8Array {
  const sequence = (...parts: Uint8Array[]): Uint8Array => derValue(DER_SEQUENCE, ...parts);
  const octets = (bytes: Uint8Array): Uint8Array => derValue(DER_OCTET_STRING, bytes);
  const number = (value: number): Uint8Array => derInteger(fromHex(value.toString(16).padStart(8, '0')));
  const kdf = sequence(OID_SCRYPT, sequence(octets(salt), number(cost.N), number(cost.r), number(cost.p), number(KEY_BYTES)));
  const scheme = sequence(OID_AES_256_CBC, octets(iv));
  return sequence(sequence(OID_PBES2, sequence(kdf, scheme)), octets(ciphertext));
}

function parseEncrypted(der: Uint8Array): Encrypted | null {
  return readDer(der, (file) =>
    file.sequence((whole) => {
      const { kdf, iv } = whole.sequence((algorithm) => {
        algorithm.expect(OID_PBES2);
        return algorithm.sequence((parameters) => ({
          kdf: parameters.sequence((derivation) => {
            derivation.expect(OID_SCRYPT);
            return derivation.sequence((scrypt) => {
              const salt = scrypt.take(DER_OCTET_STRING);
              const cost = { N: scrypt.smallInteger(), r: scrypt.smallInteger(), p: scrypt.smallInteger() };
              if (!scrypt.atEnd() && scrypt.smallInteger() !== KEY_BYTES) scrypt.refuse();
              return { salt, cost };
            });
          }),
          iv: parameters.sequence((scheme) => {
            scheme.expect(OID_AES_256_CBC);
            return scheme.take(DER_OCTET_STRING);
          }),
        }));
      });
      const parts = { ...kdf, iv, ciphertext: whole.take(DER_OCTET_STRING) };
      return isWithinCaps(parts) ? parts : whole.refuse();
    }),
  );
}

function isWithinCaps({ salt, cost, iv, ciphertext }: Encrypted): boolean {
  const powerOfTwo = (cost.N & (cost.N - 1)) === 0;
  return (
    powerOfTwo && cost.N >= N_RANGE.min && cost.N <= N_RANGE.max && cost.r === SCRYPT_COST.r && cost.p === SCRYPT_COST.p &&
    salt.length >= SALT_BYTES.min && salt.length <= SALT_BYTES.max && iv.length === BLOCK_BYTES &&
    ciphertext.length > 0 && ciphertext.length % BLOCK_BYTES === 0 && ciphertext.length <= CIPHERTEXT_MAX_BYTES
  );
}

function withoutPadding(plain: Uint8Array): Uint8Array | null {
  const count = plain.at(-1) ?? 0;
  if (count < 1 || count > BLOCK_BYTES || count > plain.length) return null;
  return plain.subarray(-count).every((value) => value === count) ? plain.subarray(0, -count) : null;
}
