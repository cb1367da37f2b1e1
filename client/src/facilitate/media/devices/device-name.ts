/** A device's label without the vendor's ids; one without a label is named by its kind and its place in the list. */
export const deviceName = ({ label }: Pick<MediaDeviceInfo, 'label'>, kind: string, at: number): string =>
  label.replace(/\s*\([0-9a-f]{4}:[0-9a-f]{4}\)\s*$/i, '').trim() || `${kind} ${at + 1}`;

/** The id of the device in use: the chosen one while it is there, or else the browser's default, which comes first. */
export const currentDevice = (devices: readonly Pick<MediaDeviceInfo, 'deviceId'>[], chosen: string): string =>
  (devices.find(({ deviceId }) => deviceId === chosen) ?? devices[0])?.deviceId ?? '';
