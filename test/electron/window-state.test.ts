import { describe, expect, it } from 'vitest';
import { placeWindow } from '../../electron/window-state';

const HD = { x: 0, y: 0, width: 1920, height: 1040 };
const LEFT = { x: -1280, y: 0, width: 1280, height: 984 };
/** 1024×600 at 125 %, less the taskbar. */
const TINY = { x: 0, y: 0, width: 819, height: 440 };

describe('placeWindow', () => {
  it('centres a window of the usual size at the first start', () => {
    expect(placeWindow(null, [HD])).toEqual({ width: 1366, height: 768, minWidth: 800, minHeight: 440, maximized: false });
  });

  it('puts a window back where it stood, also on a second screen', () => {
    const saved = { x: -1200, y: 40, width: 1100, height: 700, maximized: true };
    expect(placeWindow(saved, [HD, LEFT])).toEqual({ ...saved, minWidth: 800, minHeight: 440 });
  });

  it('centres a window on the primary screen when its own is gone', () => {
    const saved = { x: -1200, y: 40, width: 1100, height: 700, maximized: true };
    expect(placeWindow(saved, [HD])).toEqual({ width: 1100, height: 700, minWidth: 800, minHeight: 440, maximized: true });
  });

  it('never makes a window larger than the screen, nor its least size', () => {
    const saved = { x: 100, y: 50, width: 1900, height: 1000, maximized: false };
    expect(placeWindow(saved, [TINY])).toEqual({ x: 0, y: 0, width: 819, height: 440, minWidth: 800, minHeight: 440, maximized: false });
    expect(placeWindow(null, [{ x: 0, y: 0, width: 640, height: 400 }])).toEqual({ width: 640, height: 400, minWidth: 640, minHeight: 400, maximized: false });
  });

  it('pulls a window in whose edge hangs out, and centres one whose title bar nobody could reach', () => {
    expect(placeWindow({ x: 1700, y: 900, width: 1000, height: 600, maximized: false }, [HD])).toMatchObject({ x: 920, y: 440, width: 1000, height: 600 });
    for (const lost of [{ x: 1900, y: 10 }, { x: 100, y: 1030 }, { x: 100, y: -500 }, { x: -990, y: 10 }]) {
      expect(placeWindow({ ...lost, width: 1000, height: 600, maximized: false }, [HD])).not.toHaveProperty('x');
    }
  });

  it('gives a window saved too small its least size', () => {
    expect(placeWindow({ x: 10, y: 10, width: 1, height: 1, maximized: false }, [HD])).toMatchObject({ width: 800, height: 440 });
  });
});
