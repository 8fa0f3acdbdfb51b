// Office 机关: the kinds of office in the chain, and a station's public profile.

import { z } from 'zod';
import { recordIdSchema, stationIdSchema } from '../base/ids';
import { nameText, regionCode, usccText } from './fields';

export const OFFICE_KINDS = ['unit', 'county', 'league', 'region'] as const;
export const officeKindSchema = z.enum(OFFICE_KINDS);
export type OfficeKind = z.infer<typeof officeKindSchema>;

/** Order in the chain; a higher office receives from a lower one. */
export const OFFICE_RANK: Readonly<Record<OfficeKind, number>> = { unit: 0, county: 1, league: 2, region: 3 };

/** Units prepare for themselves; a county bureau also for those that have no station. */
export function mayPrepare(kind: OfficeKind): boolean {
  return kind === 'unit' || kind === 'county';
}

export function isFinanceOffice(kind: OfficeKind): boolean {
  return kind !== 'unit';
}

/**
 * 环境: a station does real business or serves for training (演练) for its whole life. It is part of everything it signs, and neither
 * kind takes anything from the other.
 */
export const ENVIRONMENTS = ['real', 'training'] as const;
export const environmentSchema = z.enum(ENVIRONMENTS);
export type Environment = z.infer<typeof environmentSchema>;

/** 站点: what an office says about itself; one record per station, its first line in the official chain. */
export const stationSchema = z.strictObject({
  stationId: stationIdSchema,
  environment: environmentSchema,
  name: nameText,
  officeKind: officeKindSchema,
  regionCode,
  uscc: usccText,
  /** SPKI of the station's SM2 key, base64. */
  publicKey: z.base64().max(200),
  /** When the operator declared that no state secret enters this station (moment, UTC). */
  secrecyDeclaredAt: z.iso.datetime(),
});
export type Station = z.infer<typeof stationSchema>;

/** 经办人员: name and post; passwords are in no chain. */
export const operatorSchema = z.strictObject({
  name: nameText,
  post: z.string().min(1).max(50),
  active: z.boolean(),
});
export type Operator = z.infer<typeof operatorSchema>;

/** 准入: a station of another office admitted to (or revoked from) this office's directory. */
export const admissionSchema = z.strictObject({
  stationId: stationIdSchema,
  name: nameText,
  officeKind: officeKindSchema,
  regionCode,
  uscc: usccText,
  publicKey: z.base64().max(200),
  relation: z.enum(['superior', 'subordinate']),
  state: z.enum(['admitted', 'revoked']),
  comparedBy: z.enum(['phone', 'in-person']),
  admittedBy: recordIdSchema,
});
export type Admission = z.infer<typeof admissionSchema>;
