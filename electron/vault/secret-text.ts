// What a person types as a secret: one form of the same characters, and the least length. It keeps nothing.
import { failure, ok, type Failure, type Result } from '#shared/base/result';

export const SECRET_CHARACTERS_MIN = 8;

/** One byte form for what looks the same on the keyboard: composed and decomposed letters are equal. */
export function secretBytes(text: string): Buffer {
  return Buffer.from(text.normalize('NFC'), 'utf8');
}

/** Length in characters as a person counts them, not in UTF-16 units. */
export function checkSecretLength<Code extends string>(text: string, code: Code): Result<void, Failure<Code>> {
  const found = [...text.normalize('NFC')].length;
  return found >= SECRET_CHARACTERS_MIN ? ok(undefined) : failure(code, { minimum: SECRET_CHARACTERS_MIN });
}
