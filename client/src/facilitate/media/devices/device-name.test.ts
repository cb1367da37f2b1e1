import { expect, test } from 'vitest';
import { currentDevice, deviceName } from './device-name.ts';

test('a device is called as its owner knows it', () => {
  expect(deviceName({ label: 'Integrated Camera (04f2:b6d9)' }, 'Camera', 0)).toBe('Integrated Camera');
  expect(deviceName({ label: 'Headset (Bluetooth)' }, 'Microphone', 0)).toBe('Headset (Bluetooth)');
  expect(deviceName({ label: '' }, 'Microphone', 1)).toBe('Microphone 2');
});

test('a chosen device that was unplugged gives way to the browser’s own choice', () => {
  const devices = [{ deviceId: 'default' }, { deviceId: 'headset' }];
  expect(currentDevice(devices, 'headset')).toBe('headset');
  expect(currentDevice(devices, 'gone')).toBe('default');
  expect(currentDevice([], 'gone')).toBe('');
});
