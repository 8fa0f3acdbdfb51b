// Long work on the window's own thread, a few milliseconds at a time, so that keys come through between.

/** Half a frame. */
const SLICE_MS = 8;
/** Between two words about how far it is: no more than can be read. */
const TELL_MS = 250;

/** Everything the work yields; null when `signal` ended it. `onProgress` is told now and then how many there are so far. */
export async function inSlices<T>(work: Iterable<T>, signal: AbortSignal, onProgress?: (done: number) => void): Promise<readonly T[] | null> {
  const done: T[] = [];
  let since = performance.now();
  let told = since;
  for (const one of work) {
    done.push(one);
    const now = performance.now();
    if (now - since < SLICE_MS) continue;
    if (now - told >= TELL_MS) {
      told = now;
      onProgress?.(done.length);
    }
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return null;
    since = performance.now();
  }
  return signal.aborted ? null : done;
}
