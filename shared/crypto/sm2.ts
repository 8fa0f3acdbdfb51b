// SM2 signatures (GB/T 32918.2-2016 on the curve of GB/T 32918.5-2017) over @noble/curves. It keeps no keys and no state.
import { weierstrass, type WeierstrassPoint } from '@noble/curves/abstract/weierstrass.js';
import { assert } from '../base/assert';
import { concatBytes, fromHex, toHex, utf8 } from '../base/bytes';
import { decodeSignature, encodeSignature } from './sm2-signature';
import { createSm3, sm3 } from './sm3';

/** Cryptographically strong random bytes; in Node `randomBytes` of node:crypto. */
export type RandomSource = (length: number) => Uint8Array;

export const PRIVATE_KEY_BYTES = 32;
/** An uncompressed point: 04 ‖ x ‖ y. Compressed and hybrid forms are refused everywhere. */
export const PUBLIC_KEY_BYTES = 65;
export const DIGEST_BYTES = 32;

/** The signer's id when none is agreed (GM/T 0009); for openssl `-sigopt distid:1234567812345678`. */
const SIGNER_ID = utf8('1234567812345678');

const Point = weierstrass({
  p: 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn,
  a: 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn,
  b: 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n,
  n: 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n,
  h: 1n,
  Gx: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  Gy: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
});
// A wider table for the base point: signing takes half the time, for about 0.1 s once at the first use.
Point.BASE.precompute(8);
const { Fn } = Point;
const { n: ORDER, a, b, Gx, Gy } = Point.CURVE();
const CURVE_BYTES = concatBytes(...[a, b, Gx, Gy].map(toBytes));

export interface Sm2KeyPair {
  /** The scalar, 32 bytes. The holder wipes it after use. */
  readonly privateKey: Uint8Array<ArrayBuffer>;
  readonly publicKey: Uint8Array<ArrayBuffer>;
}

export function generateKeyPair(random: RandomSource): Sm2KeyPair {
  const privateKey = toBytes(randomScalar(random));
  return { privateKey, publicKey: publicKeyOf(privateKey) };
}

/** Throws (invariant) when the private key is out of range. */
export function publicKeyOf(privateKey: Uint8Array): Uint8Array<ArrayBuffer> {
  assert(isPrivateKey(privateKey), 'private key out of range');
  return new Uint8Array(Point.BASE.multiply(toNumber(privateKey)).toBytes(false));
}

/** Whether the bytes are a scalar in [1, n-2], the range the standard gives. */
export function isPrivateKey(bytes: Uint8Array): boolean {
  if (bytes.length !== PRIVATE_KEY_BYTES) return false;
  return isScalar(toNumber(bytes));
}

/** Whether the bytes are an uncompressed point on the curve, and not infinity. */
export function isPublicKey(bytes: Uint8Array): boolean {
  return parsePoint(bytes) !== null;
}

/** Z of GB/T 32918.2 §5.5: binds the digest to the signer's id, the curve and the public key. Needs `readyCrypto`. */
export function signerDigest(publicKey: Uint8Array): Uint8Array<ArrayBuffer> {
  assert(publicKey.length === PUBLIC_KEY_BYTES, 'public key is not an uncompressed point');
  const idBits = SIGNER_ID.length * 8;
  return sm3(new Uint8Array([idBits >> 8, idBits & 0xff]), SIGNER_ID, CURVE_BYTES, publicKey.subarray(1));
}

/** e = SM3(Z ‖ M): what is signed for the message. Needs `readyCrypto`. */
export function messageDigest(publicKey: Uint8Array, message: Uint8Array): Uint8Array<ArrayBuffer> {
  return sm3(signerDigest(publicKey), message);
}

export interface Sm2Digester {
  update(bytes: Uint8Array): Sm2Digester;
  digest(): Uint8Array<ArrayBuffer>;
}

/** `messageDigest` for a message too large to hold: feed it in pieces. Each digester has its own memory. */
export async function createSm2Digester(publicKey: Uint8Array): Promise<Sm2Digester> {
  const hasher = (await createSm3()).update(signerDigest(publicKey));
  const digester: Sm2Digester = {
    update(bytes) {
      hasher.update(bytes);
      return digester;
    },
    digest: () => hasher.digest(),
  };
  return digester;
}

/** The DER signature over a message. Needs `readyCrypto`; throws (invariant) when the private key is out of range. */
export function sign(privateKey: Uint8Array, message: Uint8Array, random: RandomSource): Uint8Array<ArrayBuffer> {
  return signDigest(privateKey, messageDigest(publicKeyOf(privateKey), message), random);
}

/**
 * The DER signature over a digest that already contains Z. The point multiplication is blinded and the inverse is taken
 * of a blinded value, because big-integer arithmetic does not run in constant time.
 */
export function signDigest(privateKey: Uint8Array, digest: Uint8Array, random: RandomSource): Uint8Array<ArrayBuffer> {
  assert(isPrivateKey(privateKey), 'private key out of range');
  assert(digest.length === DIGEST_BYTES, 'digest is not 32 bytes');
  const e = toNumber(digest);
  const d = toNumber(privateKey);
  for (;;) {
    const k = randomScalar(random);
    const r = Fn.create(e + Point.BASE.multiply(k).x);
    if (r === 0n || r + k === ORDER) continue;
    const blind = randomScalar(random);
    const inverse = Fn.mul(Fn.inv(Fn.mul(Fn.create(1n + d), blind)), blind);
    // (1+d)⁻¹·(k − r·d) written so that d is used once.
    const s = Fn.sub(Fn.mul(inverse, Fn.create(k + r)), r);
    if (s !== 0n) return encodeSignature(toBytes(r), toBytes(s));
  }
}

/** Whether the DER signature is the key's over the message. False for every malformed input; needs `readyCrypto`. */
export function verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== PUBLIC_KEY_BYTES) return false;
  return verifyDigest(publicKey, messageDigest(publicKey, message), signature);
}

/** As `verify`, over a digest that already contains Z. */
export function verifyDigest(publicKey: Uint8Array, digest: Uint8Array, signature: Uint8Array): boolean {
  const key = parsePoint(publicKey);
  const numbers = decodeSignature(signature);
  if (key === null || numbers === null || digest.length !== DIGEST_BYTES) return false;
  const r = toNumber(numbers.r);
  const s = toNumber(numbers.s);
  if (!Fn.isValidNot0(r) || !Fn.isValidNot0(s)) return false;
  const t = Fn.create(r + s);
  if (t === 0n) return false;
  const sum = Point.BASE.multiplyUnsafe(s).add(key.multiplyUnsafe(t));
  return !sum.is0() && Fn.create(toNumber(digest) + sum.x) === r;
}

function parsePoint(bytes: Uint8Array): WeierstrassPoint<bigint> | null {
  if (bytes.length !== PUBLIC_KEY_BYTES || bytes[0] !== 0x04) return null;
  try {
    return Point.fromBytes(bytes);
  } catch {
    return null;
  }
}

/** Rejection sampling in [1, n-2]: no value is likelier than another. */
function randomScalar(random: RandomSource): bigint {
  for (;;) {
    const candidate = toNumber(random(PRIVATE_KEY_BYTES));
    if (isScalar(candidate)) return candidate;
  }
}

function isScalar(value: bigint): boolean {
  return value > 0n && value < ORDER - 1n;
}

function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x0${toHex(bytes)}`);
}

function toBytes(value: bigint): Uint8Array<ArrayBuffer> {
  return fromHex(value.toString(16).padStart(64, '0'));
}
