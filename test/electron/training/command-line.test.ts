import { describe, expect, it } from 'vitest';
import { argumentsFor, packedFile, seatOf } from '../../../electron/training/command-line';

describe('seatOf', () => {
  it('is no seat without the switch, whatever else is said', () => {
    for (const args of [[], ['app'], ['training'], ['/data/--training'], ['--trainings'], ['/x/--training=county.gfb']]) expect(seatOf(args)).toBeNull();
  });

  it('finds the seat, and the first one where none or a wrong one is named: never the real desk', () => {
    expect(seatOf(['app', '--training=county'])).toBe('county');
    for (const word of ['--training', '--training=', '--training=mayor', '--training=../..']) expect(seatOf(['app', word])).toBe('unit-1');
  });
});

describe('argumentsFor', () => {
  const args = ['--no-sandbox', '/opt/app', '--training=unit-2', '/media/stick/150422-1a2b3c4d-2026-0003.GFB'];

  it('changes the seat and forgets the bundle that was double-clicked', () => {
    expect(argumentsFor('county', args)).toEqual(['--no-sandbox', '/opt/app', '--training=county']);
  });

  it('leads back to the real desk without the switch', () => {
    expect(argumentsFor(null, args)).toEqual(['--no-sandbox', '/opt/app']);
  });
});

describe('packedFile', () => {
  const app = { APPIMAGE: '/home/x/desk.AppImage', APPDIR: '/tmp/.mount_desk' };

  it('is the file we were unpacked from', () => {
    expect(packedFile(app, '/tmp/.mount_desk/goufu-desk')).toBe('/home/x/desk.AppImage');
  });

  it('is never the file of another program that started us', () => {
    expect(packedFile(app, '/opt/goufu-desk/goufu-desk')).toBeNull();
    expect(packedFile({ APPIMAGE: app.APPIMAGE }, '/opt/goufu-desk/goufu-desk')).toBeNull();
    expect(packedFile({}, '/opt/goufu-desk/goufu-desk')).toBeNull();
  });
});
