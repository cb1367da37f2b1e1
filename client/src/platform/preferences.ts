/** Small choices of this device, readable before anything is drawn. */
export type Preference = 'language' | 'theme' | 'devices' | 'microphone' | 'camera' | 'speaker' | 'quality' | 'layout';

export function recall(name: Preference): string | null {
  try {
    return localStorage.getItem(`multaqa.${name}`);
  } catch {
    return null;
  }
}

export function remember(name: Preference, value: string): void {
  try {
    localStorage.setItem(`multaqa.${name}`, value);
  } catch {
    // A browser that keeps nothing still works for this visit.
  }
}
