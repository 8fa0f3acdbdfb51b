// Bounds of what one call may carry, for both sides. No schemas, so that whoever only asks loads none.

/** Changes that one commit takes, under one fsync. */
export const MOST_CHANGES = 5000;
