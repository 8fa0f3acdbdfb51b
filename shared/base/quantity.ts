// Quantities: integers in ten-thousandths of their unit, so that 0.25 hours and 1/8 post are exact.

import { type DecimalProblem, formatScaled, parseScaled, plainNumberText } from './decimal';
import { type Failure, failure, ok, type Result } from './result';

/** Ten-thousandths of a unit, 0 to MAX_QUANTITY_E4. */
export type QuantityE4 = number;

/** Nine hundred million units: the bound of the records' schema. */
export const MAX_QUANTITY_E4: QuantityE4 = 9_000_000_000_000;

export type QuantityFailure = Failure<`quantity.${DecimalProblem}`>;

/** Reads `1,200`, `0.25`, `１２．５`; at most four decimals, never negative. */
export function parseQuantity(text: string): Result<QuantityE4, QuantityFailure> {
  const quantity = parseScaled(plainNumberText(text), { decimals: 4, max: MAX_QUANTITY_E4, allowNegative: false });
  return typeof quantity === 'number' ? ok(quantity) : failure(`quantity.${quantity}`);
}

/** '1,200', '0.25': thousands separators, no trailing zeros. */
export function formatQuantity(quantityE4: QuantityE4): string {
  return formatScaled(quantityE4, 4, 0);
}
