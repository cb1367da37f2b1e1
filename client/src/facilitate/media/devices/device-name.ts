/** What a device calls itself, without the numbers of its maker; a nameless one is told by its place in the list. */
export const deviceName = ({ label }: Pick<MediaDeviceInfo, 'label'>, kind: string, at: number): string =>
  label.replace(/\s*\([0-9a-f]{4}:[0-9a-f]{4}\)\s*$/i, '').trim() || `${kind} ${at + 1}`;

/** The device in use: the chosen one while it is there, or else the browser's own choice, which stands first. */
export const currentDevice = (devices: readonly Pick<MediaDeviceInfo, 'deviceId'>[], chosen: string): string =>
  (devices.find(({ deviceId }) => deviceId === chosen) ?? devices[0])?.deviceId ?? '';
