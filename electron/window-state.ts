// Where the window stood: put back at the next start on the screens that are there then. It opens no window.

import type { BrowserWindow, Rectangle } from 'electron';
import type { SettingsStore } from './settings';
import type { SavedWindow } from './settings-schema';

/** Bounds in device-independent pixels; without x and y the window is centred. */
export interface WindowPlace {
  readonly x?: number;
  readonly y?: number;
  readonly width: number;
  readonly height: number;
  readonly minWidth: number;
  readonly minHeight: number;
  readonly maximized: boolean;
}

const USUAL = { width: 1366, height: 768 };
/** A 1024×600 screen at 125 % has 819×480, less the taskbar. */
const LEAST = { width: 800, height: 440 };
/** So much of the upper edge must lie on a screen that a hand can take hold of it. */
const GRIP = { width: 120, height: 32 };
const WRITE_AFTER_MS = 400;

/** `workAreas` are those of the screens there are now, the primary one first; at least one. */
export function placeWindow(saved: SavedWindow | null, workAreas: readonly Rectangle[]): WindowPlace {
  const primary = workAreas[0] ?? { x: 0, y: 0, ...USUAL };
  const home = saved === null ? undefined : workAreas.find((area) => isWithinReach(saved, area));
  const area = home ?? primary;
  const minWidth = Math.min(LEAST.width, area.width);
  const minHeight = Math.min(LEAST.height, area.height);
  const wanted = saved ?? USUAL;
  const width = clamp(wanted.width, minWidth, area.width);
  const height = clamp(wanted.height, minHeight, area.height);
  const size = { width, height, minWidth, minHeight, maximized: saved?.maximized ?? false };
  if (saved === null || home === undefined) return size;
  return {
    ...size,
    x: clamp(saved.x, area.x, area.x + area.width - width),
    y: clamp(saved.y, area.y, area.y + area.height - height),
  };
}

/** Notes every change of place a moment after it, and the last one when the window closes. */
export function rememberWindow(window: BrowserWindow, settings: SettingsStore): void {
  let timer: NodeJS.Timeout | undefined;
  const note = () => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
    settings.write({ window: { ...window.getNormalBounds(), maximized: window.isMaximized() } });
  };
  const noteSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(note, WRITE_AFTER_MS);
  };
  window.on('resize', noteSoon);
  window.on('move', noteSoon);
  window.on('maximize', noteSoon);
  window.on('unmaximize', noteSoon);
  window.on('close', note);
}

function isWithinReach(saved: SavedWindow, area: Rectangle): boolean {
  const overlap = Math.min(saved.x + saved.width, area.x + area.width) - Math.max(saved.x, area.x);
  return overlap >= Math.min(GRIP.width, saved.width) && saved.y >= area.y - GRIP.height && saved.y <= area.y + area.height - GRIP.height;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
