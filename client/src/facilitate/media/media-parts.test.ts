import type { ParticipantMedia } from '@multaqa/shared/facilitate/media/signalling';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergedParticipants } from './media-parts.ts';

const media: ParticipantMedia = { microphone: true, camera: false, screen: false, network: 'good' };
const changes = fc.array(
  fc.dictionary(fc.constantFrom('ada', 'ben', 'cleo', 'dina'), fc.constantFrom(media, null), { maxKeys: 4 }),
);

it('the participants are those whose newest change is no goodbye, whatever arrives twice', () => {
  fc.assert(
    fc.property(changes, sent => {
      const twice = sent.flatMap(change => [change, change]);
      const participants = twice.reduce(mergedParticipants, new Map() as ReadonlyMap<string, ParticipantMedia>);
      const newest = new Map(sent.flatMap(change => Object.entries(change)));
      const expected = [...newest].filter(([, one]) => one !== null).map(([person]) => person);
      expect([...participants.keys()].sort()).toEqual(expected.sort());
    }),
  );
});
