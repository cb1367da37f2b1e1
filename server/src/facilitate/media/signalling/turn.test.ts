import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { iceServersFor } from './turn.ts';

const turn = { urls: ['turns:relay.example:443?transport=tcp'], secret: 'a-shared-secret-of-both' };

it('a relay gets a password that it can check by itself and that ends within the hour', () => {
  const [server] = iceServersFor(turn, 'ada', 1_000_000);
  const expected = createHmac('sha1', turn.secret).update('4600:ada').digest('base64');
  expect(server).toEqual({ urls: turn.urls, username: '4600:ada', credential: expected });
});

it('without a relay no server is named', () => {
  expect(iceServersFor(null, 'ada', 0)).toEqual([]);
  expect(iceServersFor({ ...turn, urls: [] }, 'ada', 0)).toEqual([]);
});
