import { roles } from '@multaqa/shared/kernel/messages';
import { describe, expect, it } from 'vitest';
import { canReceive, canSend } from './can-receive.ts';
import { breakout, lobby, newGuest, plenary } from './media.samples.ts';

const rooms = [null, lobby, plenary, breakout];
const everybody = [...rooms.flatMap(room => roles.map(role => newGuest('Ada', room, role).audience())), null];

describe('who hears whom', () => {
  it('people of one room hear each other', () => {
    const [ada, ben] = [newGuest('Ada', breakout).audience(), newGuest('Ben', breakout, 'facilitator').audience()];
    expect(canReceive(ada, ben)).toBe(true);
    expect(canReceive(ben, ada)).toBe(true);
  });

  it('nobody hears another room, a lobby, or anybody outside', () => {
    for (const from of everybody) {
      for (const to of everybody) {
        const isOneRoom = from?.place != null && from.place.room === to?.place?.room && from.place.room !== lobby;
        expect(canReceive(from, to)).toBe(isOneRoom && from.role !== 'observer');
      }
    }
  });

  it('an observer hears and is not heard', () => {
    const [dina, ada] = [newGuest('Dina', plenary, 'observer').audience(), newGuest('Ada').audience()];
    expect(canReceive(ada, dina)).toBe(true);
    expect(canReceive(dina, ada)).toBe(false);
    expect(dina && canSend(dina)).toBe(false);
  });
});
