// Personal data that plans must not hold in plain text (R014). It says that something is there, never what.

import { compact } from './reading';

/** 公民身份号码: region, a birth date that can be one, and the check character; standing alone among figures. */
const IDENTITY_NUMBER = /(?<![0-9a-z])[1-8]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx](?![0-9a-z])/;

/** Mobile number, with or without +86 and dashes between its groups. */
const MOBILE_NUMBER = /(?<![\d.])(?:\+?86-?)?1[3-9]\d-?\d{4}-?\d{4}(?![\d.])/;

export function hasIdentityNumber(text: string): boolean {
  return IDENTITY_NUMBER.test(compact(text));
}

export function hasPhoneNumber(text: string): boolean {
  return MOBILE_NUMBER.test(compact(text));
}
