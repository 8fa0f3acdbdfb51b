// Identifiers. A record id names its owner, so ownership is checked from the id alone, without an index of all records.

import { z } from 'zod';
import { assert } from './assert';
import { toHex } from './bytes';

/** Station id: the first 16 bytes of SM3 over the station's SPKI public key, lower-case hex (32 characters). */
export const stationIdSchema = z.string().regex(/^[0-9a-f]{32}$/).brand<'StationId'>();
export type StationId = z.infer<typeof stationIdSchema>;

/** Record id: a UUID version 8 (RFC 9562) whose first 60 free bits are those of the owner's station id. */
export const recordIdSchema = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  .brand<'RecordId'>();
export type RecordId = z.infer<typeof recordIdSchema>;

/** SM3 as lower-case hex (64 characters). */
export const sm3HexSchema = z.string().regex(/^[0-9a-f]{64}$/).brand<'Sm3Hex'>();
export type Sm3Hex = z.infer<typeof sm3HexSchema>;

const OWNER_HEX = 15;

/**
 * A fresh record id of `owner`. `random` gives cryptographically strong bytes; 62 of the id's bits are random.
 * Layout: owner hex 0–11, version 8, owner hex 12–14, variant, 62 random bits.
 */
export function createRecordId(owner: StationId, random: (size: number) => Uint8Array): RecordId {
  const bytes = random(8);
  assert(bytes.length === 8, 'a record id needs eight random bytes');
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x80;
  const tail = toHex(bytes);
  const own = owner.slice(0, OWNER_HEX);
  return recordIdSchema.parse(
    `${own.slice(0, 8)}-${own.slice(8, 12)}-8${own.slice(12, 15)}-${tail.slice(0, 4)}-${tail.slice(4)}`,
  );
}

/** True when `id` was made by `author`. Forging it for another office needs a key whose hash agrees in 60 bits. */
export function isOwnedBy(id: RecordId, author: StationId): boolean {
  return ownerPart(id) === author.slice(0, OWNER_HEX);
}

/** The part of a record id that names its owner: the first 15 hex digits of the owner's station id. */
export function ownerPart(id: RecordId): string {
  return id.slice(0, 8) + id.slice(9, 13) + id.slice(15, 18);
}

