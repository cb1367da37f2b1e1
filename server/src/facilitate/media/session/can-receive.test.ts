import { roles } from '@multaqa/shared/kernel/messages';
import { describe, expect, it } from 'vitest';
import { breakout, lobby, newPeer, plenary } from '../media.samples.ts';
import { canReceive, canSend } from './can-receive.ts';

const rooms = [null, lobby, plenary, breakout];
const everybody = [...rooms.flatMap(room => roles.map(role => newPeer('Ada', room, role).audience())), null];

describe('who may receive from another', () => {
  it('people in one room receive each other', () => {
    const [ada, ben] = [newPeer('Ada', breakout).audience(), newPeer('Ben', breakout, 'facilitator').audience()];
    expect(canReceive(ada, ben)).toBe(true);
    expect(canReceive(ben, ada)).toBe(true);
  });

  it('nobody receives another room, a lobby, or somebody in no room', () => {
    for (const from of everybody) {
      for (const to of everybody) {
        const isOneRoom = from?.place != null && from.place.room === to?.place?.room && from.place.room !== lobby;
        expect(canReceive(from, to)).toBe(isOneRoom && from.role !== 'observer');
      }
    }
  });

  it('an observer receives and may not send', () => {
    const [dina, ada] = [newPeer('Dina', plenary, 'observer').audience(), newPeer('Ada').audience()];
    expect(canReceive(ada, dina)).toBe(true);
    expect(canReceive(dina, ada)).toBe(false);
    expect(dina && canSend(dina)).toBe(false);
  });
});
