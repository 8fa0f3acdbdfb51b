// Amounts in capital numerals (人民币大写), as contracts and vouchers need them beside the figures.

import { assert } from './assert';
import { type Fen, isFen } from './money';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'] as const;

/**
 * 1640902 fen → '壹万陆仟肆佰零玖元零贰分'. An amount that ends at yuan or jiao closes with 整 (the cheque rule allows, the
 * accounting rule demands it at jiao), one that ends at fen does not. Runs of zeros are read once, and never before a unit.
 */
export function toChineseAmount(fen: Fen): string {
  assert(isFen(fen), 'an amount is an integer number of fen');
  const magnitude = Math.abs(fen);
  const yuan = Math.floor(magnitude / 100);
  const jiaoDigit = Math.floor((magnitude % 100) / 10);
  const fenDigit = magnitude % 10;

  let text = yuan > 0 ? `${readWhole(yuan)}元` : '';
  if (jiaoDigit > 0) text += `${digit(jiaoDigit)}角`;
  else if (yuan > 0 && fenDigit > 0) text += '零';
  text += fenDigit > 0 ? `${digit(fenDigit)}分` : '整';
  if (magnitude === 0) text = '零元整';
  return fen < 0 ? `负${text}` : text;
}

/** The same with the currency in front, as printed: '人民币壹万陆仟肆佰零玖元零贰分'. */
export function toChineseAmountWithCurrency(fen: Fen): string {
  return `人民币${toChineseAmount(fen)}`;
}

/** 1 to 90 万亿: what stands above 亿 is itself read with 万. */
function readWhole(value: number): string {
  return readPair(value, 100_000_000, '亿', (part) => readPair(part, 10_000, '万', readFour));
}

/** Reads value as high part, unit, low part; 零 stands between when the low part does not fill its first place. */
function readPair(value: number, base: number, unit: string, read: (part: number) => string): string {
  const high = Math.floor(value / base);
  const low = value % base;
  if (high === 0) return read(low);
  if (low === 0) return `${read(high)}${unit}`;
  return `${read(high)}${unit}${low < base / 10 ? '零' : ''}${read(low)}`;
}

/** 1 to 9999. */
function readFour(value: number): string {
  let text = '';
  let pendingZero = false;
  for (let place = 3; place >= 0; place--) {
    const current = Math.floor(value / 10 ** place) % 10;
    if (current === 0) {
      pendingZero = text !== '';
      continue;
    }
    text += `${pendingZero ? '零' : ''}${digit(current)}${PLACES[place] ?? ''}`;
    pendingZero = false;
  }
  return text;
}

function digit(value: number): string {
  return DIGITS[value] ?? '';
}
