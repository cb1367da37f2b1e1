import type { Role } from '@multaqa/shared/kernel/messages';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { renderDialogue } from '../../../dialogue/render-dialogue.samples.tsx';
import { DeviceStep } from './DeviceStep.tsx';
import { recallDevices, recallSaving, rememberDevices } from './device-choice.ts';

let page: Awaited<ReturnType<typeof renderDialogue>>;
const getUserMedia = vi.fn(() => new Promise(() => {}));

beforeEach(() => {
  localStorage.clear();
  const mediaDevices = Object.assign(new EventTarget(), { getUserMedia, enumerateDevices: async () => [] });
  Object.defineProperty(navigator, 'mediaDevices', { value: mediaDevices, configurable: true });
});
afterEach(async () => {
  await page.leave();
  getUserMedia.mockClear();
  Reflect.deleteProperty(navigator, 'mediaDevices');
});

async function open(role: Role) {
  const done = vi.fn();
  page = await renderDialogue(<DeviceStep person="dina" name="Dina" role={role} onDone={done} />);
  return done;
}
const radios = () => [...document.querySelectorAll('[type=radio]')].map(radio => radio.getAttribute('aria-label'));
const choose = (name: string) => page.after(() => page.find('[type=radio]', name)?.click());

describe('the device step', () => {
  test('offers who speaks camera, sound and text', async () => {
    await open('participant');
    expect(radios()).toEqual(['Camera and microphone', 'Microphone only', 'Text only']);
    await choose('Microphone only');
    expect(getUserMedia).toHaveBeenCalled();
  });

  test('offers an observer to listen or to read, and asks the browser for no device', async () => {
    const done = await open('observer');
    expect(radios()).toEqual(['Listen', 'Read']);
    await choose('Listen');
    expect(page.text()).not.toContain('Your microphone stays off');
    await page.press('Continue');
    expect(done).toHaveBeenCalledWith('sound');
    expect(getUserMedia).not.toHaveBeenCalled();
  });

  test('one’s own camera and saving data are two choices, both remembered', async () => {
    const done = await open('participant');
    await choose('Camera and microphone');
    await page.after(() => document.querySelector<HTMLInputElement>('[type=checkbox]')?.click());
    await page.press('Continue');
    expect(done).toHaveBeenCalledWith('camera');
    expect([recallDevices(), recallSaving()]).toEqual(['camera', true]);
    await page.leave();
    await open('participant');
    expect(document.querySelector<HTMLInputElement>('[type=checkbox]')?.checked).toBe(true);
    await page.after(() => document.querySelector<HTMLInputElement>('[type=checkbox]')?.click());
    await page.press('Continue');
    expect([recallDevices(), recallSaving()]).toEqual(['camera', false]);
  });

  test('a camera that was chosen in another dialogue is none for an observer', async () => {
    rememberDevices('camera');
    expect([recallDevices('speaks'), recallDevices('listens')]).toEqual(['camera', 'sound']);
    await open('observer');
    expect(document.querySelector<HTMLInputElement>('[type=radio]:checked')?.getAttribute('aria-label')).toBe('Listen');
  });
});
