// The one voice of the build scripts: short lines in Chinese and English on stderr, so that stdout stays a result.

/**
 * Says what is being done now.
 * @param {string} chinese
 * @param {string} english
 */
export function say(chinese, english) {
  process.stderr.write(`· ${chinese} — ${english}\n`);
}

/** A failure the user can act on: its message is printed alone, without a stack. */
export class SetupError extends Error {
  /**
   * @param {string} chinese
   * @param {string} english
   */
  constructor(chinese, english) {
    super(`${chinese} — ${english}`);
    this.name = 'SetupError';
  }
}

/**
 * Runs a script's main function and turns its result into the exit code.
 * @param {() => Promise<number | void>} main
 */
export async function runScript(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.exitCode = 1;
    sayFailure(error);
  }
}

/**
 * A failure the user can act on in one line, anything else with its stack.
 * @param {unknown} error
 */
export function sayFailure(error) {
  const text = error instanceof SetupError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`✗ ${text}\n`);
}
