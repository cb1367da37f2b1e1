import { dialogueRules as rules } from '@multaqa/shared/dialogue';
import { beginning, type Play, play, playRandom, type Sent } from '@multaqa/shared/dialogue.samples';
import { type ChatView, chat, type RoomChat } from '@multaqa/shared/facilitate/chat/chat.rules';
import { ada, ben, cleo, sampleSessions } from '@multaqa/shared/kernel/messages.samples';
import { limits } from '@multaqa/shared/limits';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extended, type History, preceded } from './history.ts';

const room = `${sampleSessions[0]}/plenary`;
const at = 1_600_000_000_000;
const ids = Array.from(
  { length: limits.chatPage + 40 },
  (_, place) => `${String(place).padStart(8, '0')}-1111-4000-8000-000000000000`,
);
const saying = (message: string): Sent => ({
  by: ben,
  kind: 'chat.say',
  input: { room, message, text: `text of ${message}` },
  at,
});
const begun = play(
  rules,
  [...beginning, ...ids.slice(0, -10).map(saying)].map(one => ({ ...one, at })),
);

const someone = fc.constantFrom(ada, ben, cleo);
const message = fc.constantFrom(...ids);
const step: fc.Arbitrary<Sent> = fc.oneof(
  { weight: 1, arbitrary: message.map(saying) },
  {
    weight: 4,
    arbitrary: fc.record({
      by: someone,
      kind: fc.constant('chat.react'),
      input: fc.record({ room: fc.constant(room), message, reaction: fc.constant('👏'), on: fc.boolean() }),
      at: fc.constant(at),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      by: someone,
      kind: fc.constantFrom('chat.remove', 'chat.restore'),
      input: fc.record({ room: fc.constant(room), message }),
      at: fc.constant(at),
    }),
  },
);

/** What happens between two looks at the view: little, or as much as while a connection is lost. */
const bursts = fc.array(
  fc.constantFrom(3, 15, 90).chain(size => fc.array(step, { minLength: size, maxLength: size })),
  { minLength: 4, maxLength: 4 },
);

const viewIn = (state: Play['state']): RoomChat => {
  const audience = rules.audienceOf(state, cleo);
  const view = audience && (rules.viewOf(state, chat, audience) as ChatView)[room];
  if (!view) throw new Error('Cleo sees no chat');
  return view;
};

function loadedWhole(state: Play['state'], start: History | null): History {
  const page = viewIn(state);
  let history = extended(start, page);
  while (history.more) {
    const asked = rules.ask(state, cleo, 'chat.older', { room, before: history.messages[0]?.seq }, at);
    if (!asked.ok) throw new Error(asked.refusal);
    history = preceded(history, asked.answer as History, page);
  }
  return history;
}

test('[C7] what a screen has loaded is what the room shows now, whatever changed and whatever the screen missed', () => {
  let [kept, dropped] = [0, 0];
  fc.assert(
    fc.property(bursts, list => {
      let now = begun;
      let history = loadedWhole(now.state, null);
      for (const burst of list) {
        now = playRandom(rules, burst, now);
        const page = viewIn(now.state);
        history = extended(history, page);
        if (page.more && history.messages.length === page.messages.length) dropped += 1;
        else kept += 1;
        const whole = loadedWhole(now.state, null).messages;
        expect(history.messages).toEqual(whole.slice(-history.messages.length));
        history = loadedWhole(now.state, history);
        expect(history.messages).toEqual(whole);
      }
    }),
    { numRuns: 40, seed: 2020 },
  );
  expect(Math.min(kept, dropped)).toBeGreaterThan(5);
});
