// Base64 (RFC 4648 §4) for PEM, without Buffer or the DOM. It accepts only the one canonical spelling of the bytes.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map([...ALPHABET].map((character, value) => [character, value]));

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const block = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text += symbol(block >> 18) + symbol(block >> 12);
    text += left > 1 ? symbol(block >> 6) : '=';
    text += left > 2 ? symbol(block) : '=';
  }
  return text;
}

/** The bytes, or null for foreign characters, wrong padding or set bits that carry nothing. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 !== 0) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const symbols = text.length - padding;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let held = 0;
  let heldBits = 0;
  let at = 0;
  for (let i = 0; i < symbols; i++) {
    const value = VALUES.get(text.charAt(i));
    if (value === undefined) return null;
    held = (held << 6) | value;
    heldBits += 6;
    if (heldBits < 8) continue;
    heldBits -= 8;
    bytes[at++] = held >> heldBits;
    held &= (1 << heldBits) - 1;
  }
  return held === 0 ? bytes : null;
}

function symbol(bits: number): string {
  return ALPHABET.charAt(bits & 63);
}
