/** True where the device has a sheet for sharing with other apps, as phones do. */
export const canShare = (): boolean => typeof navigator.share === 'function';

/** Opens the device's sheet for sharing; false when its owner closes it without choosing, or the device does not open it. */
export async function share(words: string): Promise<boolean> {
  try {
    await navigator.share({ text: words });
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}
