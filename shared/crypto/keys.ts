// SM2 keys as files: SubjectPublicKeyInfo, PKCS#8 and PEM, and the names derived from a public key. It does no arithmetic.
import { concatBytes, fromHex, toHex } from '../base/bytes';
import { fromBase64, toBase64 } from './base64';
import { isPrivateKey, isPublicKey, publicKeyOf, PRIVATE_KEY_BYTES, PUBLIC_KEY_BYTES } from './sm2';
import { sm3 } from './sm3';

// id-ecPublicKey with the curve 1.2.156.10197.1.301. Every length below is fixed, so each form is a fixed prefix and the
// key: comparing the prefix is the strictest parser there is.
const ALGORITHM = fromHex('301306072a8648ce3d020106082a811ccf5501822d');
const SPKI_PREFIX = concatBytes(fromHex('3059'), ALGORITHM, fromHex('034200'));
const PKCS8_PREFIX = concatBytes(fromHex('308187020100'), ALGORITHM, fromHex('046d306b0201010420'));
const PKCS8_MIDDLE = fromHex('a144034200');

export const SPKI_BYTES = SPKI_PREFIX.length + PUBLIC_KEY_BYTES;
export const PKCS8_BYTES = PKCS8_PREFIX.length + PRIVATE_KEY_BYTES + PKCS8_MIDDLE.length + PUBLIC_KEY_BYTES;

/** PEM labels of the three forms in use (RFC 7468). */
export const PEM_PUBLIC_KEY = 'PUBLIC KEY';
export const PEM_PRIVATE_KEY = 'PRIVATE KEY';
export const PEM_ENCRYPTED_PRIVATE_KEY = 'ENCRYPTED PRIVATE KEY';

/** DER of a public key (65-byte uncompressed point), as `openssl pkey -pubin -outform DER` writes it: 91 bytes. */
export function encodeSpki(publicKey: Uint8Array): Uint8Array<ArrayBuffer> {
  return concatBytes(SPKI_PREFIX, publicKey);
}

/** The 65-byte point of a public key's DER, or null unless it is exactly an SM2 key whose point lies on the curve. */
export function parseSpki(spki: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (spki.length !== SPKI_BYTES || !startsWith(spki, SPKI_PREFIX)) return null;
  const publicKey = copyOf(spki.subarray(SPKI_PREFIX.length));
  return isPublicKey(publicKey) ? publicKey : null;
}

/** Unencrypted PKCS#8 with the public key inside, as openssl writes it. The caller wipes the returned array. */
export function encodePkcs8(privateKey: Uint8Array): Uint8Array<ArrayBuffer> {
  return concatBytes(PKCS8_PREFIX, privateKey, PKCS8_MIDDLE, publicKeyOf(privateKey));
}

/**
 * The 32-byte private key of an unencrypted PKCS#8, or null unless it has exactly this form, its scalar is in range and
 * the public key inside belongs to it. The caller wipes the returned array.
 */
export function parsePkcs8(pkcs8: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (pkcs8.length !== PKCS8_BYTES || !hasPkcs8Prefix(pkcs8)) return null;
  const middle = PKCS8_PREFIX.length + PRIVATE_KEY_BYTES;
  if (!startsWith(pkcs8.subarray(middle), PKCS8_MIDDLE)) return null;
  const privateKey = copyOf(pkcs8.subarray(PKCS8_PREFIX.length, middle));
  const publicKey = pkcs8.subarray(middle + PKCS8_MIDDLE.length);
  if (isPrivateKey(privateKey) && startsWith(publicKeyOf(privateKey), publicKey)) return privateKey;
  privateKey.fill(0);
  return null;
}

/** Whether the bytes begin as every PKCS#8 of an SM2 key does: tells a wrong passphrase from damage behind it. */
export function hasPkcs8Prefix(bytes: Uint8Array): boolean {
  return startsWith(bytes, PKCS8_PREFIX);
}

export function encodePem(label: string, der: Uint8Array): string {
  const lines = toBase64(der).match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/** The DER inside one PEM block with this label; null for another label, text around it, or lines not 64 wide. */
export function parsePem(label: string, text: string): Uint8Array<ArrayBuffer> | null {
  const lines = text.replaceAll('\r\n', '\n').trimEnd().split('\n');
  if (lines.length < 3 || lines[0] !== `-----BEGIN ${label}-----` || lines.at(-1) !== `-----END ${label}-----`) return null;
  const body = lines.slice(1, -1);
  const widthsFit = body.every((line, index) => (index < body.length - 1 ? line.length === 64 : line.length <= 64));
  return widthsFit ? fromBase64(body.join('')) : null;
}

/** A station's id: the first 16 bytes of SM3 over its SPKI, as 32 lower-case hex digits. It certifies itself. */
export function stationIdOf(spki: Uint8Array): string {
  return toHex(sm3(spki).subarray(0, 16));
}

/** A short name for a key in file names: the first 16 hex digits (64 bits) of SM3 over its SPKI. A hint, never proof. */
export function keyIdOf(spki: Uint8Array): string {
  return toHex(sm3(spki).subarray(0, 8));
}

/**
 * The station id in eight groups of four capital hex digits, to be read aloud when a key is admitted.
 * Strength: 128 bits. Making another key with a given fingerprint takes about 2^128 tries; two keys of one maker that
 * share a fingerprint take about 2^64, and gain him nothing over a key that is his anyway. Compare all eight groups:
 * two groups alone (32 bits) can be matched on one computer within a day or so.
 */
export function fingerprintOf(spki: Uint8Array): string {
  return (stationIdOf(spki).toUpperCase().match(/.{4}/g) ?? []).join(' ');
}

function startsWith(bytes: Uint8Array, prefix: Uint8Array): boolean {
  return bytes.length >= prefix.length && prefix.every((value, index) => bytes[index] === value);
}

/** Not `slice`: on Node's Buffer that is a view, and wiping the source would wipe the key. */
function copyOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
