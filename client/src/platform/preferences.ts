/** Small choices that are kept on this device, readable before anything is rendered. */
export type Preference =
  | 'language'
  | 'theme'
  | 'devices'
  | 'microphone'
  | 'camera'
  | 'speaker'
  | 'quality'
  | 'layout'
  | 'panel'
  | 'questions-order'
  | 'floor-microphone'
  | 'floor-sound';

/** A choice of an earlier visit; null when there is none or the browser keeps nothing. */
export function recall(name: Preference): string | null {
  try {
    return localStorage.getItem(`multaqa.${name}`);
  } catch {
    return null;
  }
}

/** Keeps a choice on this device. */
export function remember(name: Preference, value: string): void {
  try {
    localStorage.setItem(`multaqa.${name}`, value);
  } catch {
    // Without storage the choice holds for this visit only.
  }
}
