import type { SpeechEvent } from '@multaqa/shared/facilitate/media/speech';
import { expect, it } from 'vitest';
import { openFollowedSpeech } from './followed-speech.ts';

const room = 'one';
const device = { by: 'sound', microphone: 'open', network: 'good' } as const;
const came: SpeechEvent = { kind: 'device', at: 1_000, room, person: 'ada', device };
const spoke: SpeechEvent = { kind: 'speaking', at: 2_000, room, people: ['ada'] };

/** What the server is asked, and what is shown. */
function openTest() {
  const asked: boolean[] = [];
  const shown: unknown[] = [];
  const speech = openFollowedSpeech(next => shown.push(next));
  return { asked, shown, speech, ask: async (on: boolean) => void asked.push(on) };
}

it('the server is asked when the first begins to follow and when the last ends, and again over a new connection', () => {
  const { asked, shown, speech, ask } = openTest();
  const first = speech.follow();
  speech.attach(ask);
  const second = speech.follow();
  first();
  first();
  speech.attach(ask);
  expect(asked).toEqual([true, true]);
  second();
  expect(asked).toEqual([true, true, false]);
  speech.attach(ask);
  expect(asked).toHaveLength(3);
  expect(shown.at(-1)).toBeNull();
});

it('changes follow what came whole; before that, and when nobody follows any more, they say nothing', () => {
  const { shown, speech, ask } = openTest();
  speech.attach(ask);
  const end = speech.follow();
  speech.take({ all: null, events: [spoke] });
  expect(shown).toEqual([]);
  speech.take({ all: {}, events: [came, spoke] });
  const whole = {
    [room]: { silentSince: null, people: { ada: { device, spoken: [{ from: 2_000, to: null }], heardAt: 2_000 } } },
  };
  expect(shown.at(-1)).toEqual(whole);
  end();
  speech.take({ all: whole, events: [] });
  expect(shown.at(-1)).toBeNull();
});
