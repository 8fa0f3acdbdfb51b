// The desks of the training profile, as plain values: the first screen reads them before zod has been told not to compile code.

/** Desks a trainee can sit at: two units and their county's finance bureau. */
export const SEATS = ['unit-1', 'unit-2', 'county'] as const;
export type Seat = (typeof SEATS)[number];
