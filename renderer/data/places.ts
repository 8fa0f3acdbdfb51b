// Which places of a long list are read. A thumb that is dragged leaps over hundreds of rows in every frame: they are gone before they
// could be read, so that of leaps only one in a while is followed, and the last.

export interface Places {
  readonly from: number;
  /** Not included. */
  readonly to: number;
}

/** Between two readings while the list leaps. Short enough that whoever stops sees rows at once. */
export const LEAP_MS = 100;

export interface PlacesFollowed {
  /** The list has come to these places. */
  readonly come: (places: Places) => void;
  readonly stop: () => void;
}

/** `read` is told of the places to be read; `first` are being read already. */
export function followPlaces(first: Places, read: (places: Places) => void): PlacesFollowed {
  let last = first;
  let leaptAt = -Infinity;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  return {
    come(places) {
      clearTimeout(waiting);
      if (places.from === last.from && places.to === last.to) return;
      const isLeap = places.from > last.to || places.to < last.from;
      const wait = isLeap ? leaptAt + LEAP_MS - performance.now() : 0;
      const go = () => {
        if (isLeap) leaptAt = performance.now();
        last = places;
        read(places);
      };
      if (wait <= 0) go();
      else waiting = setTimeout(go, wait);
    },
    stop() {
      clearTimeout(waiting);
    },
  };
}
